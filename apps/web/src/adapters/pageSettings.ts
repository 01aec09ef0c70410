/** Who runs the server, as its operator says. */
export const serverName = setting('name')

/** The origin of the server that this page dials: the one that it came from, unless it is a copy for another. */
export const dialledServer = setting('server') ?? location.origin

/** What was set in the head of this page. */
function setting(name: string): string | undefined {
  return document.querySelector<HTMLMetaElement>(`meta[name=parley-${name}]`)?.content
}

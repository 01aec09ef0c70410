/** What a link to a shared readout ends in: all of it, so that no server has it. */
const SHARED = /#shared=([\w.-]+)$/

/** The end of such a link. */
export function sharedFragment(sealed: string): string {
  return `#shared=${sealed}`
}

/** What is sealed in a link or a file. */
export function sealedIn(text: string): string {
  const [, sealed] = SHARED.exec(text.trim()) ?? []
  return sealed ?? text.trim()
}

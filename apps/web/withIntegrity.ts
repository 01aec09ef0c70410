import { createHash } from 'node:crypto'

/** A script, a style or a module that is loaded ahead, by its path from the origin. */
const BOUND = /<(?:script|link rel="(?:modulepreload|stylesheet)")[^>]* (?:src|href)="(\/[^"]+)"/g

/** The page with the hash of each script and style in its tag, so that a browser runs no other. */
export function withIntegrity(page: string, read: (path: string) => Uint8Array): string {
  return page.replaceAll(BOUND, (tag, path: string) => {
    const hash = createHash('sha256').update(read(path)).digest('base64')
    return `${tag} integrity="sha256-${hash}"`
  })
}

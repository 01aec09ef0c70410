import type { Plugin } from 'vite'

/** What stands in for the library's choice of a key encapsulation: the one of our suite. */
const MARK = '\0one-kem'
const ONE_KEM = `
import { XWing } from '@hpke/hybridkem-x-wing'
export const makeDhKem = async () => new XWing()
`

/**
 * Builds ts-mls with the one key encapsulation that a group here has. The library chooses among nine at run
 * time, and four of them, with the arithmetic of their curves, would be loaded with every call.
 */
export function groupSuite(): Plugin {
  return {
    name: 'group-suite',
    enforce: 'pre',
    resolveId: {
      filter: { id: /\/makeDhKem\.js$/ },
      handler: (_source, importer = '') => (importer.includes('/ts-mls/') ? MARK : undefined),
    },
    load: { filter: { id: /^\0one-kem$/ }, handler: () => ONE_KEM },
  }
}

import { join } from 'node:path'
import { root } from '../setup/paths.mjs'

/**
 * A line of a module, and what stands there once a defence is taken out.
 * @typedef {{ file: string, text: string, becomes: string }} Mutation `file` is a path from the root.
 */

/** Names a mutation to vitest's configuration. */
export const MUTATION_ENV = 'PARLEY_MUTATION'

/**
 * The code with that text replaced. It stands in one line of it, once, or this throws: a mutation that changes
 * nothing would show nothing.
 * @param {string} code
 * @param {Mutation} mutation
 */
export function mutated(code, { file, text, becomes }) {
  const [before, after, ...more] = code.split(text)
  if (before === undefined || after === undefined || more.length > 0 || text.includes('\n'))
    throw new Error(`${file} has to have once, in one line: ${text}`)
  return before + becomes + after
}

/**
 * A plugin that replaces the text of one module as it is loaded, and nothing on the disk.
 * @param {string | undefined} asked A mutation as JSON, or none.
 * @returns {import('vitest/config').Plugin[]}
 */
export function mutation(asked) {
  if (asked === undefined) return []
  /** @type {Mutation} */
  const one = JSON.parse(asked)
  const isIt = (/** @type {string} */ id) => id.split('?')[0] === join(root, one.file)
  return [
    {
      name: 'parley-mutation',
      enforce: 'pre',
      // Modules are kept from run to run: this one under a name of its own.
      configureVitest: ({ defineCacheKeyGenerator }) =>
        defineCacheKeyGenerator(({ id }) => isIt(id) && asked),
      transform: (code, id) => (isIt(id) ? { code: mutated(code, one), map: null } : undefined),
    },
  ]
}

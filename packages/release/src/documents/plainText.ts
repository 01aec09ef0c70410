import type { Block, Prose, Run } from './prose.ts'

/** What the runs say. */
export function textOfRuns(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}

/** The lines of a block: one, or one for each item of a list. */
export function linesOf(block: Block): readonly (readonly Run[])[] {
  return block.is === 'list' ? block.items : [block.runs]
}

/** A text without its form, a line for each paragraph and item. */
export function plainTextOf(prose: Prose): string {
  return prose.flatMap((block) => linesOf(block).map(textOfRuns)).join('\n')
}

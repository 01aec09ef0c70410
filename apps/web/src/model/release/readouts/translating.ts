import type { Block, JointState, Prose, Run } from '@parley/release'
import { lineIn, linesOf, textOfRuns, wordingsByHash } from '@parley/release'

/** The lines of a text that have to be translated, with its title first. Joint lines come as they are agreed. */
export function linesToTranslate({
  title,
  body,
}: {
  title: string
  body: Prose
}): readonly string[] {
  return [title, ...body.flatMap((block) => (isJoint(block) ? [] : linesOf(block).map(textOfRuns)))]
}

/**
 * The text put together again from its translated lines. What was emphasis or a link in them is not known any
 * more. A joint line stands in the words that the sides agreed on in that language; where they did not, it
 * becomes an ordinary line, in the words of the original.
 */
export function translated(
  body: Prose,
  {
    lines,
    language,
    joint,
  }: { lines: readonly string[]; language: string; joint: readonly JointState[] },
): { title: string; body: Prose } {
  const [title = '', ...rest] = lines
  const left = [...rest]
  const agreed = wordingsByHash(joint)
  const next = (): Run[] => [{ text: left.shift()?.trim() || '–' }]
  return {
    title: title.trim(),
    body: body.map((block): Block => {
      if (block.is === 'list') return { ...block, items: block.items.map(next) }
      if (!isJoint(block)) return { ...block, runs: next() }
      const line = agreed.get(block.joint)
      const text = line && lineIn(line, language)
      if (text === undefined) return { is: 'paragraph', runs: block.runs }
      return { ...block, runs: [{ text }] }
    }),
  }
}

function isJoint(block: Block): block is Extract<Block, { is: 'paragraph' }> & {
  joint: NonNullable<Extract<Block, { is: 'paragraph' }>['joint']>
} {
  return block.is === 'paragraph' && block.joint !== undefined
}

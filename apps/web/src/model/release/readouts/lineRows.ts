import type { Hash } from '@parley/protocol'
import type { JointState, LineWording, Prose } from '@parley/release'
import type { LineMark, LineRow, ReadoutSide } from './readoutsView.ts'

/** Joint lines as the desk shows them, the newest first. */
export function lineRows(
  lines: readonly JointState[],
  { sides, body }: { sides: readonly ReadoutSide[]; body: Prose },
): readonly LineRow[] {
  const placed = new Set(
    body.flatMap((block) => (block.is === 'paragraph' && block.joint ? [block.joint] : [])),
  )
  return lines
    .map(({ n, newest, agreed, earlier }): LineRow => {
      const { hash, texts, at, by } = newest
      const isReplacing = agreed && agreed.hash !== hash
      const all = [newest, ...earlier]
      return {
        n,
        hash,
        texts,
        at,
        by: nameOf(sides, by),
        isOwn: isOwn(sides, by),
        standing: standingOf(newest, sides),
        agreed: isReplacing ? { hash: agreed.hash, texts: agreed.texts } : undefined,
        isInText: all.some((one) => placed.has(one.hash)),
      }
    })
    .toReversed()
}

/** How each wording is marked where it stands in a text. */
export function lineMarks(
  lines: readonly JointState[],
  sides: readonly ReadoutSide[],
): ReadonlyMap<Hash, LineMark> {
  const wordings = lines.flatMap(({ newest, agreed, earlier }) => [
    ...earlier,
    newest,
    ...(agreed ? [agreed] : []),
  ])
  return new Map(wordings.map((wording) => [wording.hash, markOf(wording, sides)]))
}

function markOf({ standing, at }: LineWording, sides: readonly ReadoutSide[]): LineMark {
  if (standing.is === 'agreed') return { is: 'agreed', names: [], at }
  if (standing.is !== 'awaited') return { is: 'not-agreed', names: [], at }
  return { is: 'awaited', names: standing.of.map((side) => nameOf(sides, side)), at }
}

function standingOf({ standing }: LineWording, sides: readonly ReadoutSide[]): LineRow['standing'] {
  switch (standing.is) {
    case 'agreed':
    case 'replaced':
      return { is: 'agreed' }
    case 'awaited':
      return standing.of.some((side) => isOwn(sides, side))
        ? { is: 'awaits-us' }
        : { is: 'awaits-others', names: standing.of.map((side) => nameOf(sides, side)) }
    case 'declined': {
      const { side, reason } = standing
      return { is: 'declined', name: nameOf(sides, side), isOwn: isOwn(sides, side), reason }
    }
    case 'taken-back': {
      const { side } = standing
      return { is: 'taken-back', name: nameOf(sides, side), isOwn: isOwn(sides, side) }
    }
  }
}

function nameOf(sides: readonly ReadoutSide[], side: string): string {
  return sides.find((one) => one.side === side)?.name ?? ''
}

function isOwn(sides: readonly ReadoutSide[], side: string): boolean {
  return sides.some((one) => one.side === side && one.isOwn)
}

import type { Hash } from '@parley/protocol'
import type { Approval } from './approval.ts'
import type { DraftText } from './draft.ts'
import { lineIn, type JointState, type LineWording } from './jointLines.ts'
import { textOfRuns } from '../documents/plainText.ts'
import type { DraftTranslation, Wording } from './wording.ts'

/** Why the seal does not sign the text yet. */
export type ReadoutStop =
  | {
      readonly because:
        | 'no-title'
        | 'no-text'
        | 'no-correction'
        | 'not-approved'
        | 'two-wordings'
        | 'too-large'
    }
  /** A translation without a title or a text. */
  | { readonly because: 'translation-empty'; readonly language: string }
  /** A line that not every side signed stands in the text. */
  | { readonly because: 'line-not-agreed'; readonly line: Hash; readonly language: string }
  /** Somebody's text has a joint line in other words than all sides signed. */
  | { readonly because: 'line-altered'; readonly line: Hash; readonly language: string }

/** What an officer should know before the text is public, and may leave as it is. */
export type ReadoutCaution =
  /** It was made of other words than the original has now. */
  | { readonly is: 'translation-older'; readonly language: string }
  | { readonly is: 'machine-unchecked'; readonly language: string }
  | { readonly is: 'open-comments'; readonly count: number }
  /** A line is proposed and not answered; the text can do without it. */
  | { readonly is: 'line-awaited'; readonly n: number }
  | { readonly is: 'embargo-over' }

/** Bytes of all wordings together. Larger: the server refuses the document. Smaller: many translations do not fit. */
export const WORDING_BYTES = 150_000

/** All that has to be mended before the text can be signed. */
export function whatStops({
  text: { wording, clashes },
  approval,
  lines,
}: {
  text: DraftText
  approval: Approval
  lines: readonly JointState[]
}): readonly ReadoutStop[] {
  const { title, body, correction, translations } = wording
  const isHeldByPrincipal = approval.is !== 'not-needed' && approval.is !== 'given'
  return [
    ...(title.trim() === '' ? [{ because: 'no-title' } as const] : []),
    ...(body.length === 0 ? [{ because: 'no-text' } as const] : []),
    ...(correction !== null && correction.trim() === ''
      ? [{ because: 'no-correction' } as const]
      : []),
    ...(clashes.length > 0 ? [{ because: 'two-wordings' } as const] : []),
    ...(sizeOf(wording) > WORDING_BYTES ? [{ because: 'too-large' } as const] : []),
    ...translations.filter(isEmpty).map(({ language }) => ({
      because: 'translation-empty' as const,
      language,
    })),
    ...[wording, ...translations].flatMap((words) => linesThatStop(words, lines)),
    ...(isHeldByPrincipal ? [{ because: 'not-approved' } as const] : []),
  ]
}

/** What should be known, and stops nothing. `textIs` names the original as it is now. */
export function whatToMind({
  text: { wording },
  textIs,
  openComments,
  lines,
  nowMs,
}: {
  text: DraftText
  textIs: Hash
  openComments: number
  lines: readonly JointState[]
  nowMs: number
}): readonly ReadoutCaution[] {
  const { translations, embargo } = wording
  return [
    ...translations
      .filter(({ of }) => of !== textIs)
      .map(({ language }) => ({ is: 'translation-older' as const, language })),
    ...translations
      .filter(({ by, checkedBy }) => by.is === 'machine' && !checkedBy)
      .map(({ language }) => ({ is: 'machine-unchecked' as const, language })),
    ...(openComments > 0 ? [{ is: 'open-comments' as const, count: openComments }] : []),
    ...lines
      .filter(({ newest }) => newest.standing.is === 'awaited')
      .map(({ n }) => ({ is: 'line-awaited' as const, n })),
    ...(embargo && embargo.until <= nowMs ? [{ is: 'embargo-over' as const }] : []),
  ]
}

/** Every wording of a line that is known, by the hash of its document. */
export function wordingsByHash(lines: readonly JointState[]): ReadonlyMap<Hash, LineWording> {
  const all = lines.flatMap(({ newest, agreed, earlier }) => [newest, agreed, ...earlier])
  return new Map(all.flatMap((one) => (one ? [[one.hash, one]] : [])))
}

function linesThatStop(
  { language, body }: Pick<Wording, 'language' | 'body'>,
  lines: readonly JointState[],
): ReadoutStop[] {
  const known = wordingsByHash(lines)
  return body.flatMap((block): ReadoutStop[] => {
    if (block.is !== 'paragraph' || !block.joint) return []
    const line = known.get(block.joint)
    const where = { line: block.joint, language }
    if (line?.standing.is !== 'agreed') return [{ because: 'line-not-agreed', ...where }]
    const isAsAgreed = lineIn(line, language) === textOfRuns(block.runs)
    return isAsAgreed ? [] : [{ because: 'line-altered', ...where }]
  })
}

function isEmpty({ title, body }: DraftTranslation): boolean {
  return title.trim() === '' || body.length === 0
}

function sizeOf(wording: Wording): number {
  return new TextEncoder().encode(JSON.stringify(wording)).length
}

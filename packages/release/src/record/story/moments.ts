import type { SeatId } from '@parley/protocol'
import type { EntryEvent } from '@parley/seal'
import type { CountedEntry, Signer } from '../signers.ts'

/** What is told one by one: all that stands in no table. */
type Told = Exclude<
  EntryEvent['is'],
  | 'present'
  | 'left'
  | 'removed'
  | 'microphone'
  | 'warning'
  | 'part'
  | 'part-refused'
  | 'part-closed'
>

/** Something that somebody said happened. */
export type Moment = { readonly by: Signer; readonly event: Extract<EntryEvent, { is: Told }> }

/** A warning that devices showed at about the same time. */
export type ShownWarning = {
  readonly code: string
  /** The seat that it names. */
  readonly about: SeatId | undefined
  readonly from: number
  readonly to: number
  /** On whose screens. */
  readonly shownTo: readonly SeatId[]
}

/** Larger: two warnings are told as one. Smaller: one that all see is told twice. */
const SAME_WITHIN_MS = 60_000

const TOLD: ReadonlySet<EntryEvent['is']> = new Set<Told>([
  'company',
  'interpreting',
  'proposed',
  'signed',
  'refused',
  'published',
  'shared',
  'destroyed',
  'recording',
])

/** All moments, by the time that each was said to be at. */
export function momentsIn(entries: readonly CountedEntry[]): Moment[] {
  return entries
    .flatMap(({ entry, signer }) => entry.what.map((event) => ({ by: signer, event })))
    .filter((moment): moment is Moment => TOLD.has(moment.event.is))
    .toSorted((a, b) => a.event.at - b.event.at)
}

/** The warnings that were shown, in the order of time. */
export function warningsIn(entries: readonly CountedEntry[]): ShownWarning[] {
  const shown = entries
    .flatMap(({ entry, signer }) =>
      entry.what.flatMap((event) =>
        event.is === 'warning' && signer.is === 'seat' ? [{ event, to: signer.seat }] : [],
      ),
    )
    .toSorted((a, b) => a.event.at - b.event.at)
  const warnings: ShownWarning[] = []
  for (const { event, to } of shown) {
    const about = event.seat ?? undefined
    const at = warnings.findLastIndex(
      (one) =>
        one.code === event.code && one.about === about && event.at - one.to <= SAME_WITHIN_MS,
    )
    const same = warnings[at]
    if (!same) {
      warnings.push({ code: event.code, about, from: event.at, to: event.at, shownTo: [to] })
      continue
    }
    const shownTo = same.shownTo.includes(to) ? same.shownTo : [...same.shownTo, to]
    warnings[at] = { ...same, to: event.at, shownTo }
  }
  return warnings
}

import type { SeatId } from '@parley/protocol'
import type { CompanyChange } from './company.ts'
import type { DoubtOf } from './doubts.ts'
import type { RemovedBecause } from './duty.ts'
import type { JoinsAgainBy } from './joining.ts'
import type { TrackKind } from './members.ts'

/** What happened in the room that whoever sits in it has to know. Names are the screen's. */
export type CallIncident = { id: string; atMs: number } & CallTrouble

export type CallTrouble =
  /** Of somebody from outside, or of a member, who is then known by its signature. */
  | { type: 'refused'; code: string; by: SeatId | undefined }
  | { type: 'removed'; seat: SeatId; because: RemovedBecause; by: SeatId | undefined }
  | { type: 'not-played'; seat: SeatId; kind: TrackKind; code: string }
  /** What was played as somebody's is of another device. */
  | { type: 'foreign'; seat: SeatId; of: DoubtOf }
  /** Something that was written there has not come here. */
  | { type: 'text-missed'; seat: SeatId }
  | ({ type: 'company' } & Pick<CompanyChange, 'seat' | 'came' | 'gone'>)
  /** Joining anew does not help. */
  | { type: 'unsettled'; by: JoinsAgainBy }
  /** What is there of the room cannot be verified. */
  | { type: 'not-entered'; code: string }

export type IncidentEvent =
  | { type: 'commit-skipped'; code: string; by: SeatId | undefined; atMs: number }
  | {
      type: 'others-removed'
      seats: readonly SeatId[]
      because: RemovedBecause
      by: SeatId | undefined
      atMs: number
    }
  | { type: 'text-missed'; seat: SeatId; atMs: number }
  | { type: 'unsettled'; by: JoinsAgainBy; atMs: number }
  | { type: 'not-entered'; code: string; atMs: number }

/** More than anybody reads. */
const KEPT = 20

/** The same is said again after that. Larger: a second attempt goes unseen. Smaller: noise in the log covers the faces. */
const AGAIN_AFTER_MS = 60_000

/** What happened as it is told; what is told already is not told again for a minute. */
export function addIncidents(
  incidents: readonly CallIncident[],
  { troubles, atMs }: { troubles: readonly CallTrouble[]; atMs: number },
): readonly CallIncident[] {
  let next = incidents
  for (const trouble of troubles) {
    const name = nameOf(trouble)
    const isTold = next.some(
      (known) => known.id.startsWith(`${name} `) && atMs - known.atMs < AGAIN_AFTER_MS,
    )
    if (!isTold) next = [...next, { ...trouble, id: `${name} ${atMs}`, atMs }].slice(-KEPT)
  }
  return next
}

/** What the room told, as troubles. */
export function troublesOf(event: IncidentEvent): readonly CallTrouble[] {
  switch (event.type) {
    case 'commit-skipped':
      return [{ type: 'refused', code: event.code, by: event.by }]
    case 'others-removed': {
      const { because, by } = event
      return event.seats.map((seat) => ({ type: 'removed', seat, because, by }))
    }
    case 'text-missed':
      return [{ type: 'text-missed', seat: event.seat }]
    case 'unsettled':
      return [{ type: 'unsettled', by: event.by }]
    case 'not-entered':
      return [{ type: 'not-entered', code: event.code }]
  }
}

function nameOf(trouble: CallTrouble): string {
  switch (trouble.type) {
    case 'refused':
      return `refused/${trouble.code}/${trouble.by ?? ''}`
    case 'removed':
      return `removed/${trouble.seat}/${trouble.because}`
    case 'not-played':
      return `not-played/${trouble.seat}/${trouble.kind}/${trouble.code}`
    case 'foreign':
      return `foreign/${trouble.seat}/${trouble.of}`
    case 'text-missed':
      return `text-missed/${trouble.seat}`
    case 'company':
      return `company/${trouble.seat}/${JSON.stringify([trouble.came, trouble.gone])}`
    case 'unsettled':
      return `unsettled/${trouble.by}`
    case 'not-entered':
      return `not-entered/${trouble.code}`
  }
}

import type { Call } from '@parley/call'
import type { SeatId } from '@parley/protocol'
import type { CallFacts } from '../callFacts.ts'
import type { RecordingSeat, RecordingView } from './recordingView.ts'

/** Its end is told for so long. Larger: it stands beside what is not recorded. Smaller: nobody reads it. */
const ENDED_FOR_MS = 15_000

/** A word of a part that has just closed is on its way to be taken back. Larger: who records without leave is told later. Smaller: each end of a part accuses somebody. */
const SUSPECTED_AFTER_MS = 5000

/** Who records, whose recording is over, and who does so without leave, each since when. */
export type Recorders = {
  now: ReadonlySet<SeatId>
  ended: ReadonlyMap<SeatId, number>
  suspected: ReadonlyMap<SeatId, number>
}

/** Nobody does. */
export const NOBODY_RECORDS: Recorders = { now: new Set(), ended: new Map(), suspected: new Map() }

/** What recorders are judged by. */
export type RecordersGround = {
  call: Call
  /** Seats that may record. */
  agreed: ReadonlyMap<SeatId, RecordingSeat>
  /** The open part in progress. */
  openPart: number | undefined
  nowMs: number
}

/** Whose devices say that they record, oneself among them, and those that did until a moment ago. */
export function stepRecorders(before: Recorders, ground: RecordersGround): Recorders {
  const { agreed, openPart, nowMs } = ground
  const said = saidIn(ground.call)
  const ended = new Map(
    [...before.ended].filter(([seat, atMs]) => nowMs - atMs < ENDED_FOR_MS && !said.has(seat)),
  )
  for (const seat of before.now) if (!said.has(seat)) ended.set(seat, nowMs)
  const wrong = [...said].filter(([seat, part]) => !agreed.has(seat) || part !== openPart)
  const suspected = new Map(
    wrong.map(([seat]) => [seat, before.suspected.get(seat) ?? nowMs] as const),
  )
  const next = { now: new Set(said.keys()), ended, suspected }
  return isSame(before, next) ? before : next
}

/** What all screens show of it. What is agreed stands under the name of its side; what is not, under that of the person. */
export function whoRecords(
  { now, ended, suspected }: Recorders,
  {
    facts: { sides, people },
    agreed,
    nowMs,
  }: Pick<RecordersGround, 'agreed' | 'nowMs'> & { facts: Pick<CallFacts, 'sides' | 'people'> },
): Omit<RecordingView, 'own'> {
  const isWithout = (seat: SeatId) =>
    nowMs - (suspected.get(seat) ?? Infinity) >= SUSPECTED_AFTER_MS
  const sidesOf = (seats: Iterable<SeatId>) => {
    const named = new Set([...seats].flatMap((seat) => agreed.get(seat)?.side ?? []))
    return sides.map(({ name }) => name).filter((name) => named.has(name))
  }
  const by = sidesOf([...now].filter((seat) => !isWithout(seat)))
  return {
    agreed: [...agreed.values()],
    by,
    ended: sidesOf(ended.keys()).filter((name) => !by.includes(name)),
    notAgreed: people.flatMap(({ seat, name }) => (isWithout(seat) ? [name] : [])),
  }
}

/** By seat, the part that its device says it records. */
function saidIn({ members, agenda, you }: Call): ReadonlyMap<SeatId, number> {
  const said = new Map<SeatId, number>()
  for (const { seat, heard, heldFor } of members.values())
    if (heard?.records !== undefined && heldFor === undefined) said.set(seat, heard.records)
  said.delete(you.seat)
  if (agenda.records !== undefined) said.set(you.seat, agenda.records)
  return said
}

function isSame(a: Recorders, b: Recorders): boolean {
  const told = ({ now, ended, suspected }: Recorders) =>
    [now, ended.keys(), suspected.keys()].map((seats) => [...seats].toSorted().join()).join(';')
  return told(a) === told(b)
}

import type { CompactJws, DocumentKind, SeatId, SideId } from '@parley/protocol'
import {
  delegationKind,
  hashOf,
  PLAN_KIND,
  signJws,
  type Document,
  type Plan,
  type Seat,
} from '@parley/seal'
import { CALL_TIME_MS, type AgreedCall } from '../agreedCall.ts'

/** A document as it is filed: a signature under the name of each side. */
export type Signed = {
  kind: DocumentKind
  version: number
  signatures: readonly [SideId, CompactJws][]
}

/** The first plan of a staged call. */
export function planOf({ terms: { call, seals } }: AgreedCall): Plan {
  const [first, second] = [...seals].map(([side, seal]) => ({ side, seal }))
  if (!first || !second) throw new Error('A call has two sides')
  return {
    call,
    kind: PLAN_KIND,
    version: 1,
    previous: null,
    at: CALL_TIME_MS,
    title: 'Talks',
    start: CALL_TIME_MS,
    timeZone: 'UTC',
    languages: ['en'],
    agenda: [
      { part: 1, title: 'Opening', minutes: 10, open: true },
      { part: 2, title: 'Water', minutes: 60, open: false },
      { part: 3, title: 'Closing words', minutes: 10, open: true },
    ],
    modalities: { recording: 'never', ifLineDrops: '', peopleInRoom: '' },
    sides: [
      { ...first, name: 'Switzerland', flag: 'CH' },
      { ...second, name: 'Kenya', flag: 'KE' },
    ],
  }
}

/** The next delegation of a side after its first: its seats, changed. */
export async function nextDelegation(
  { terms: { call }, lists, people }: AgreedCall,
  side: SideId,
  change: (seats: readonly Seat[]) => readonly Seat[],
): Promise<Document & { is: 'delegation' }> {
  const own = [...lists.seats].filter(([, listed]) => listed.side === side)
  const seats = own.map(([seat, { name, office, role, languages, rooms }]): Seat => {
    return { seat, name, office, role, languages: [...languages], rooms: [...rooms] }
  })
  const [first] = people.find((one) => one.side === side)?.me.proof ?? []
  if (!first) throw new Error('Every seat is proven')
  const kind = delegationKind(side)
  const heading = { call, kind, version: 2, previous: await hashOf(first), at: CALL_TIME_MS }
  return { is: 'delegation', payload: { ...heading, side, seats: [...change(seats)] } }
}

/** The same with one seat more. */
export function withSeat(seat: SeatId, name: string) {
  return (seats: readonly Seat[]): readonly Seat[] => {
    const [like] = seats
    if (!like) throw new Error('A side has seats')
    return [...seats, { ...like, seat, name }]
  }
}

/** Every side signs it, each with its own seal, or those sides. */
export async function signByAll(
  agreed: AgreedCall,
  document: Document,
  sides: readonly SideId[] = [...agreed.seals.keys()],
): Promise<Signed> {
  const { kind, version } = document.payload
  const signatures = await Promise.all(
    sides.map(async (side): Promise<[SideId, CompactJws]> => [
      side,
      await signBy(agreed, side, document),
    ]),
  )
  return { kind, version, signatures }
}

/** That side alone signs it, whatever it says: an evil desk asks no schema. */
export function signBy(
  { seals }: AgreedCall,
  side: SideId,
  { is, payload }: Document,
): Promise<CompactJws> {
  const seal = seals.get(side)
  if (!seal) throw new Error('Every side has a seal')
  return signJws(seal.signingKey, is === 'desk' ? 'parley-desk' : 'parley-document', payload)
}

import type { DeskState } from '@parley/client'
import { aidePlaceOf, type SeatId, type SideId } from '@parley/protocol'
import type { Seat } from '@parley/seal'
import type { DeskFacts } from './deskFacts.ts'
import { alikeOf } from './alikeNames.ts'
import type { DelegationView, PassState, SeatRow } from './deskView.ts'

/** The delegation of a side as its desk last declared it, and whether it is agreed. */
export function delegationViewOf({ state, links, here }: DeskFacts, side: SideId): DelegationView {
  const { documents, record } = state
  const draft = documents.drafts.find(
    (one) => one.is === 'delegation' && one.payload.side === side && one.signedBy.includes(side),
  )
  const agreed = documents.delegations.get(side)?.payload
  const declared = draft?.is === 'delegation' ? draft.payload : agreed
  const passState = (place: SeatId): PassState => ({
    pass: passOf(state, place),
    link: links.seats.get(place),
  })
  const elsewhere = side === record.side ? [] : namesBeside(state, side)
  const rows = (declared?.seats ?? []).map((seat): SeatRow => ({
    ...seat,
    isAgreed: agreed?.seats.some((one) => areSame(one, seat)) ?? false,
    ...passState(seat.seat),
    aide: passState(aidePlaceOf(seat.seat)),
    isHere: here.has(seat.seat),
    unsigned: undefined,
    alike: alikeOf(seat.name, elsewhere),
  }))
  return {
    side,
    rows,
    telephone: {
      number: declared?.telephone,
      is: declared?.telephone === agreed?.telephone ? 'agreed' : 'not-agreed',
    },
    awaitsUs: draft?.awaits.includes(record.side) ? draft.hash : undefined,
    isFirst: agreed === undefined,
    awaitsOthers: side === record.side && draft !== undefined,
    unsigned: undefined,
  }
}

/** Names of all other sides, and what its own desk declared. */
function namesBeside({ documents, seats }: DeskState, side: SideId): string[] {
  const listed = [...documents.lists.seats.values()].filter((one) => one.side !== side)
  return [...listed, ...seats].map(({ name }) => name)
}

function passOf({ asking, documents, record }: DeskState, seat: SeatId): SeatRow['pass'] {
  if (asking.some((device) => device.seat === seat)) return 'asks'
  const pass = documents.passes.get(seat)?.payload
  const isOver = documents.lists.withdrawn.some(
    (one) => one.seat === seat && one.passVersion >= (pass?.version ?? 0),
  )
  if (pass && !isOver) return 'given'
  if (record.links[seat]) return 'link-open'
  return pass ? 'withdrawn' : 'none'
}

function areSame(a: Seat, b: Seat): boolean {
  return JSON.stringify(told(a)) === JSON.stringify(told(b))
}

function told({ seat, name, office, role, languages, rooms, records }: Seat) {
  return [seat, name, office, role, languages, rooms, records]
}

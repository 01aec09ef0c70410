import type { PartSpeaker } from '@parley/call'
import type { DocumentKind, Hash, SeatId, SideId } from '@parley/protocol'
import {
  delegationKind,
  fullySigned,
  PLAN_KIND,
  speaksForSide,
  type MovesGround,
  type Seat,
  type Signature,
} from '@parley/seal'
import type { DocumentStore } from '../documents/documentStore.ts'

/** A seat as some agreed list has it. */
export type AgreedSeat = Seat & { readonly side: SideId }

/** What the signed documents say of whose words about moves count, and what they are about. */
export type PartGround = MovesGround & {
  /** By which something is proposed now. */
  readonly plan: Hash | undefined
  /** Every seat that any agreed list ever had, by its newest; one that ever spoke for its side is in `speakers`. */
  readonly seats: ReadonlyMap<SeatId, AgreedSeat>
  readonly speakers: ReadonlySet<SeatId>
}

type Documents = Pick<DocumentStore, 'documents' | 'signedBy'>

/** As they say it now. A later list takes nobody's earlier words away. */
export function partGround(documents: Documents): PartGround {
  const { seals, plan } = documents.documents
  const sides = [...seals.keys()]
  const signed = (kind: DocumentKind) => sides.flatMap((side) => documents.signedBy(side, kind))
  const plans = signed(PLAN_KIND).filter(isPlan)
  const lists = sides.flatMap((side) =>
    fullySigned(signed(delegationKind(side)).filter(isList), () => seals).flatMap(({ payload }) =>
      payload.seats.map((seat): AgreedSeat => ({ ...seat, side })),
    ),
  )
  return {
    sides,
    plans: new Map(fullySigned(plans, () => seals).map(({ hash, payload }) => [hash, payload])),
    plan: plan?.hash,
    seats: new Map(lists.map((seat) => [seat.seat, seat])),
    speakers: new Set(lists.filter(({ role }) => speaksForSide(role)).map(({ seat }) => seat)),
  }
}

function isPlan(signature: Signature): signature is Extract<Signature, { is: 'plan' }> {
  return signature.is === 'plan'
}

function isList(signature: Signature): signature is Extract<Signature, { is: 'delegation' }> {
  return signature.is === 'delegation'
}

/** Whoever sits here, as a speaker for its side; a desk has no seat. */
export function speakerAt(
  { documents }: Pick<DocumentStore, 'documents'>,
  { side, seat }: { side: SideId; seat: SeatId | undefined },
): PartSpeaker {
  const role = seat && documents.lists.seats.get(seat)?.role
  return { side, seat, maySpeak: seat === undefined || speaksForSide(role) }
}

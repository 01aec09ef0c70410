import type { Hash, SideId } from '@parley/protocol'
import { signAgain, type Delegation, type Plan } from '@parley/seal'
import type { Draft } from '../documents/drafts.ts'
import { sideOfPlace } from '../documents/documentsView.ts'
import { CannotSign } from './cannotSign.ts'
import type { DeskHands } from './deskHands.ts'
import type { Pin } from './deskRecord.ts'
import { file, lastSigned } from './filing.ts'

/**
 * Signs what another desk drafted, the very bytes. With `relyOn`, seals that were not compared are
 * believed because that side, whose seal was, signed for them. Rejects with `CannotSign`.
 */
export async function signDraft(
  hands: DeskHands,
  { hash, relyOn }: { hash: Hash; relyOn?: SideId },
): Promise<void> {
  const { book, documents } = hands
  const draft = documents.documents.drafts.find((one) => one.hash === hash)
  if (!draft) throw new CannotSign('unknown-draft')
  if (documents.documents.missing.length > 0) throw new CannotSign('behind')
  if (draft.payload.previous !== agreedHash(hands, draft)) throw new CannotSign('not-next')
  const later = lastSigned(book.record, draft.kind)
  if (later && later.version > draft.payload.version) throw new CannotSign('signed-later')
  if (draft.is === 'plan') await pinAll(hands, draft, relyOn)
  else refuseTakenSeats(hands, draft.payload)
  const jws = await signAgain(book.record.seal.signingKey, draft)
  await file(hands, { kind: draft.kind, version: draft.payload.version, jws })
}

function agreedHash({ documents }: DeskHands, draft: Draft): Hash | null {
  const { plan, delegations } = documents.documents
  if (draft.is === 'plan') return plan?.hash ?? null
  return delegations.get(draft.payload.side)?.hash ?? null
}

async function pinAll(
  { book, clock }: DeskHands,
  { payload, signedBy }: Extract<Draft, { is: 'plan' }>,
  relyOn: SideId | undefined,
): Promise<void> {
  const { pins, side: own, seal: ownSeal } = book.record
  const others = payload.sides.filter(({ side }) => side !== own)
  if (payload.sides.find(({ side }) => side === own)?.seal !== ownSeal.publicKey) {
    throw new CannotSign('not-pinned')
  }
  if (others.some(({ side, seal }) => (pins[side]?.seal ?? seal) !== seal)) {
    throw new CannotSign('not-pinned')
  }
  const unpinned = others.filter(({ side }) => !pins[side])
  if (unpinned.length === 0) return
  const isReliable = relyOn && signedBy.includes(relyOn) && pins[relyOn]?.because === 'compared'
  if (!isReliable) throw new CannotSign('not-pinned')
  const relied = unpinned.map(({ side, seal }): [SideId, Pin] => [
    side,
    { seal, because: { reliedOn: relyOn }, at: clock.nowMs() },
  ])
  await book.change((record) => ({
    ...record,
    pins: { ...record.pins, ...Object.fromEntries(relied) },
    proposal: wordingOf(payload),
  }))
}

/** What a plan says, apart from who says it and when. */
function wordingOf({ title, start, timeZone, languages, agenda, modalities, sides }: Plan) {
  return { title, start, timeZone, languages, agenda, modalities, sides }
}

/** A side may not list a seat that another side has, nor the place of its aide. */
function refuseTakenSeats({ documents }: DeskHands, delegation: Delegation): void {
  const { seats } = documents.documents.lists
  const isTaken = delegation.seats.some(
    ({ seat }) => (sideOfPlace(seats, seat) ?? delegation.side) !== delegation.side,
  )
  if (isTaken) throw new CannotSign('seat-taken')
}

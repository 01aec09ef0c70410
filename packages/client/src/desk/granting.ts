import {
  caucusOf,
  Refusal,
  type AgreementKey,
  type Bytes,
  type CompactJwe,
  type CompactJws,
  type EnrolmentId,
  type PublicKey,
  type SeatId,
} from '@parley/protocol'
import {
  derivingKey,
  grantKeyOf,
  hashOf,
  passKind,
  sealDocument,
  sealGrant,
  Secret,
  signDeskStatement,
  signDocument,
  type Pass,
} from '@parley/seal'
import { CannotSign } from './cannotSign.ts'
import { declaredPlace } from './delegating.ts'
import { without } from './deskBook.ts'
import type { DeskHands } from './deskHands.ts'
import type { DeskRecord, GivenPass } from './deskRecord.ts'
import { nextVersion } from './filing.ts'

/** How long after its planned end a call's passes hold. Longer: a lost device stays in. Shorter: a call that overruns stops. */
const AFTER_END_MS = 24 * 60 * 60_000

type Granted = {
  enrolment: EnrolmentId
  seat: SeatId
  device: PublicKey
  agreement: AgreementKey
}

/** Signs the pass, seals the grant to the device, and spends its link. */
export async function grantDevice(hands: DeskHands, granted: Granted): Promise<void> {
  const { book, connection, documents, documentKey } = hands
  const { call, side, seal, links } = book.record
  const { enrolment, seat, device } = granted
  const link = links[seat]
  if (!link) throw new CannotSign('unknown-seat')
  const pass = passFor(hands, granted)
  const { kind, version, listen, expires, at, drives } = pass
  const jws = await signDocument(seal.signingKey, { is: 'pass', payload: pass })
  const grant = await grantOf(hands, { granted, link, jws })
  const said = { say: 'approve', call, side, seat, device, listen, expires, at, drives } as const
  const statement = await signDeskStatement(seal.signingKey, said)
  const sealed = await sealDocument(jws, documentKey)
  const before = book.record.passes[seat]
  const name = `${kind} ${version}`
  const hash = await hashOf(jws)
  await book.change((record) => ({
    ...given(record, seat, { version, device }),
    signed: { ...record.signed, [name]: hash },
  }))
  try {
    const stored = { enrolment, statement, grant, pass: { version, sealed } }
    await connection.request({ type: 'grant-enrolment', ...stored })
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    await book.change((record) => given(record, seat, before))
    if (error.code !== 'document-exists') throw error
    await documents.reload()
    if (!documents.versionsOf(kind, side).includes(version)) throw error
    return grantDevice(hands, granted)
  }
  await book.change((record) => ({ ...record, links: without(record.links, seat) }))
  await documents.take({ kind, version, side, jws })
}

/** Kept before it is sent: where the answer is lost the device may have it, and is withdrawn by what is kept. */
function given(record: DeskRecord, seat: SeatId, pass: GivenPass | undefined): DeskRecord {
  const others = without(record.passes, seat)
  return { ...record, passes: pass ? { ...others, [seat]: pass } : others }
}

async function grantOf(
  hands: DeskHands,
  { granted, link, jws }: { granted: Granted; link: Bytes; jws: CompactJws },
): Promise<CompactJwe> {
  const { side, seal, callSecret, sideSecret } = hands.book.record
  const { seat, isForAide } = declaredPlace(hands, granted.seat)
  const linkSecret = await derivingKey(new Secret(new Uint8Array(link)))
  return sealGrant(
    {
      seal: seal.publicKey,
      pass: jws,
      callSecret: new Secret(new Uint8Array(callSecret)),
      sideSecret:
        seat.rooms.includes(caucusOf(side)) && !isForAide
          ? new Secret(new Uint8Array(sideSecret))
          : undefined,
      heads: hands.documents.documents.heads,
    },
    { grantKey: await grantKeyOf(linkSecret), to: granted.agreement },
  )
}

function passFor(hands: DeskHands, { seat, device, agreement }: Granted): Pass {
  const { book, documents, clock } = hands
  const { call, side, proposal } = book.record
  const at = clock.nowMs()
  const { start, agenda } = documents.documents.plan?.payload ?? proposal
  const minutes = agenda.reduce((sum, part) => sum + part.minutes, 0)
  const kind = passKind(seat)
  const place = declaredPlace(hands, seat)
  return {
    call,
    kind,
    version: nextVersion(hands, kind),
    previous: documents.documents.passes.get(seat)?.hash ?? null,
    at,
    side,
    seat,
    device,
    agreement,
    listen: place.seat.role === 'press',
    notBefore: at,
    expires: Math.max(start, at) + minutes * 60_000 + AFTER_END_MS,
    drives: place.isForAide ? place.seat.seat : undefined,
  }
}

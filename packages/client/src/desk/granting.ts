import {
  caucusOf,
  type AgreementKey,
  type EnrolmentId,
  type PublicKey,
  type SeatId,
} from '@parley/protocol'
import {
  derivingKey,
  grantKeyOf,
  passKind,
  sealGrant,
  Secret,
  signDeskStatement,
  signDocument,
  type Pass,
} from '@parley/seal'
import { CannotSign } from './cannotSign.ts'
import { declaredSeat } from './delegating.ts'
import { without } from './deskBook.ts'
import type { DeskHands } from './deskHands.ts'
import { file, nextVersion } from './filing.ts'

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
  const { book, connection, documents } = hands
  const { call, side, seal, links, callSecret, sideSecret } = book.record
  const { enrolment, seat, device, agreement } = granted
  const link = links[seat]
  if (!link) throw new CannotSign('unknown-seat')
  const { rooms } = declaredSeat(hands, seat)
  const pass = passFor(hands, granted)
  const jws = await signDocument(seal.signingKey, { is: 'pass', payload: pass })
  const linkSecret = await derivingKey(new Secret(new Uint8Array(link)))
  const grant = await sealGrant(
    {
      seal: seal.publicKey,
      pass: jws,
      callSecret: new Secret(new Uint8Array(callSecret)),
      sideSecret: rooms.includes(caucusOf(side))
        ? new Secret(new Uint8Array(sideSecret))
        : undefined,
      heads: documents.documents.heads,
    },
    { grantKey: await grantKeyOf(linkSecret), to: agreement },
  )
  const { listen, expires, at } = pass
  const said = { say: 'approve', call, side, seat, device, listen, expires, at } as const
  const statement = await signDeskStatement(seal.signingKey, said)
  await connection.request({ type: 'grant-enrolment', enrolment, statement, grant })
  await book.change((record) => ({ ...record, links: without(record.links, seat) }))
  await file(hands, { kind: pass.kind, version: pass.version, jws })
}

function passFor(hands: DeskHands, { seat, device, agreement }: Granted): Pass {
  const { book, documents, clock } = hands
  const { call, side, proposal } = book.record
  const at = clock.nowMs()
  const { start, agenda } = documents.documents.plan?.payload ?? proposal
  const minutes = agenda.reduce((sum, part) => sum + part.minutes, 0)
  const kind = passKind(seat)
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
    listen: declaredSeat(hands, seat).role === 'press',
    notBefore: at,
    expires: Math.max(start, at) + minutes * 60_000 + AFTER_END_MS,
  }
}

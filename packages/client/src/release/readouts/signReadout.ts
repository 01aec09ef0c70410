import { Refusal, type Hash } from '@parley/protocol'
import {
  readoutKind,
  readoutOf,
  signRelease,
  type Readout,
  type SentReadout,
  type Wording,
} from '@parley/release'
import { hashOf } from '@parley/seal'
import { CannotSign } from '../../desk/cannotSign.ts'
import { file, lastSigned } from '../../desk/filing.ts'
import { jointLinesIn, type SignedItem } from './joined.ts'
import { readoutsOf, type ReadoutDesk } from './readoutDesk.ts'

/** Where published texts go; what is not to be public before a time, in milliseconds UTC, says so by `until`. Rejects with a `Refusal` or `ConnectionLost`. */
export type Publish = (publication: SignedItem & { readonly until: number | null }) => Promise<void>

/**
 * Signs a wording as the readout of its side, and files it, sealed to that side alone. It replaces the version
 * that was published last: those that were signed and never published are gaps. Rejects with `CannotSign`.
 */
export async function signReadout(desk: ReadoutDesk, wording: Wording): Promise<Hash> {
  const { hands, key, record } = desk
  const { call, side, seal } = hands.book.record
  const party = hands.documents.documents.plan?.payload.sides.find((one) => one.side === side)
  if (!party) throw new CannotSign('behind')
  const kind = readoutKind(side)
  const own = readoutsOf(desk.side.state)
  const version =
    Math.max(lastSigned(hands.book.record, kind)?.version ?? 0, own.at(-1)?.payload.version ?? 0) +
    1
  const jws = await signRelease(seal.signingKey, {
    is: 'readout',
    payload: {
      call,
      kind,
      version,
      previous: publishedOf(desk).at(-1)?.hash ?? null,
      at: hands.clock.nowMs(),
      ...readoutOf(wording, { side: party, record }),
    },
  })
  await file({ ...hands, documentKey: key }, { kind, version, jws })
  await desk.side.take({ kind, version, jws })
  return hashOf(jws)
}

/**
 * Publishes what was signed, after the joint lines in it and the versions that are public already. Early: the server has it from now on,
 * and shows it when its embargo ends. Refuses with `malformed` what this side did not sign.
 */
export async function publishReadout(
  desk: ReadoutDesk,
  { hash, how, publish }: { hash: Hash; how: SentReadout['how']; publish: Publish },
): Promise<Pick<Readout, 'kind' | 'version'>> {
  const { hands } = desk
  const signed = readoutsOf(desk.side.state).find((one) => one.hash === hash)
  if (!signed) throw new Refusal('malformed')
  const before = publishedOf(desk).filter((one) => one.hash !== hash)
  const item = readoutKind(hands.book.record.side)
  const until = how === 'early' ? (signed.payload.embargo?.until ?? null) : null
  for (const line of jointLinesIn(desk, [signed.payload]))
    // oxlint-disable-next-line no-await-in-loop -- none goes out after one that is refused
    await publish({ ...line, until })
  await publish({ item, versions: [...before, signed].map(({ jws }) => [jws]), until })
  const sent = { hash, at: hands.clock.nowMs(), how }
  desk.change((text) => ({ ...text, offered: null, sent: [...text.sent, sent] }))
  await desk.save()
  return signed.payload
}

/** What this side signed and published, or handed over, the oldest first. */
export function publishedOf(desk: Pick<ReadoutDesk, 'state'>): ReturnType<typeof readoutsOf> {
  const { side, drafting } = desk.state
  const sent = new Set(drafting.text.sent.map(({ hash }) => hash))
  return readoutsOf(side).filter(({ hash }) => sent.has(hash))
}

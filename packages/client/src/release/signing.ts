import { LAST_VERSION, type DocumentKind, type Hash } from '@parley/protocol'
import {
  isOfAllSides,
  signRelease,
  type PayloadOf,
  type ReleaseDocument,
  type ReleaseSignature,
  type ReleaseWord,
} from '@parley/release'
import { payloadOf, signJws } from '@parley/seal'
import { CannotSign } from '../desk/cannotSign.ts'
import type { DeskHands } from '../desk/deskHands.ts'
import { file, lastSigned } from '../desk/filing.ts'
import { agreedReleases, ownReleases } from './releaseState.ts'
import type { Releases } from './releases.ts'

type Heading = 'call' | 'kind' | 'version' | 'previous' | 'at'

/**
 * Signs a document of a release as the next version of its kind, files it, and resolves with its hash once it
 * counts here. Rejects with `CannotSign`.
 */
export async function signReleaseAs<Is extends ReleaseWord>(
  hands: DeskHands,
  releases: Releases,
  { is, kind, says }: { is: Is; kind: DocumentKind; says: Omit<PayloadOf<Is>, Heading> },
): Promise<Hash> {
  const { call, side, seal } = hands.book.record
  const { state } = releases
  const before = isOfAllSides(is)
    ? agreedReleases(state, is, kind).at(-1)
    : ownReleases(state, { is, kind, side }).at(-1)
  const heading = {
    call,
    kind,
    version: nextVersion(hands, releases, { kind, above: before?.version ?? 0 }),
    previous: before?.hash ?? null,
    at: hands.clock.nowMs(),
  }
  const payload = { ...heading, ...says }
  const jws = await signRelease(seal.signingKey, { is, payload } as unknown as ReleaseDocument)
  return fileRelease(hands, releases, { kind, version: heading.version, jws })
}

/** Signs the very bytes that another side signed, and files that. Rejects with `CannotSign`. */
export async function signReleaseAgain(
  hands: DeskHands,
  releases: Releases,
  { is, payload, jws, hash }: Pick<ReleaseSignature, 'is' | 'payload' | 'jws' | 'hash'>,
): Promise<Hash> {
  const { kind, version, previous } = payload
  if (!isOfAllSides(is)) throw new CannotSign('unknown-draft')
  const agreed = agreedReleases(releases.state, is, kind).at(-1)
  if (agreed?.hash !== hash && previous !== (agreed?.hash ?? null)) throw new CannotSign('not-next')
  const later = lastSigned(hands.book.record, kind)
  if (later && later.version > version) throw new CannotSign('signed-later')
  const { signingKey } = hands.book.record.seal
  const again = await signJws(signingKey, 'parley-document', payloadOf(jws))
  return fileRelease(hands, releases, { kind, version, jws: again })
}

async function fileRelease(
  hands: DeskHands,
  releases: Releases,
  signed: Parameters<typeof file>[1],
): Promise<Hash> {
  const { side } = hands.book.record
  await file(hands, signed)
  await releases.take({ ...signed, side })
  const mine = releases.state.signatures.find(({ jws }) => jws === signed.jws)
  if (!mine) throw new CannotSign('signed-other')
  return mine.hash
}

/** Above the version it replaces and all that this desk signed, and one that nobody else took. */
function nextVersion(
  { book }: DeskHands,
  { state }: Releases,
  { kind, above }: { kind: DocumentKind; above: number },
): number {
  const { record } = book
  const all = state.signatures.filter(({ payload }) => payload.kind === kind)
  const own = all.filter(({ signer }) => signer === record.side)
  const taken = new Set(all.map(({ payload }) => payload.version))
  const mine = own.map(({ payload }) => payload.version)
  let next = Math.max(above, lastSigned(record, kind)?.version ?? 0, ...mine) + 1
  while (taken.has(next)) next++
  if (next > LAST_VERSION) throw new CannotSign('no-version-left')
  return next
}

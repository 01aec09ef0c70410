import type { CompactJws } from '@parley/protocol'
import type { Party } from '../../documents/party.ts'
import { notProven, type NotProven, type ProvenVersion } from '../verdict.ts'
import { signedAs, type SignedAs } from './signedAs.ts'
import { sidesOf } from './sidesOf.ts'

/** A version, if each side that it names signed that very text, once, and nothing else stands beside them. */
export async function verifyVersion(
  signatures: readonly CompactJws[],
): Promise<ProvenVersion | NotProven> {
  const read = await Promise.all(signatures.map((jws) => signedAs(jws)))
  const signed = read.filter((one) => one.is === 'signed')
  const [first, ...others] = signed
  if (!first) return noneSigned(read)
  const { text, hash } = first
  const { version } = text.payload
  const other = others.find((one) => one.hash !== hash)
  if (other) return notProven('two-wordings', { version, side: other.by.name })
  const by = signed.map((one) => one.by)
  const missing = sidesOf(text).filter(({ side }) => !by.some((one) => one.side === side))
  const wrong = read.findIndex(({ is }) => is !== 'signed')
  if (wrong >= 0)
    return notProven('bad-signature', { version, place: wrong + 1, ...onlyOf(missing) })
  if (missing[0]) return notProven('missing-signature', { version, side: missing[0].name })
  const twice = by.find(({ side }, at) => by.findIndex((one) => one.side === side) < at)
  if (twice) return notProven('second-signature', { version, side: twice.name })
  return { ...text, version, hash }
}

function noneSigned(read: readonly SignedAs[]): NotProven {
  const readable = read.find((one) => one.is === 'not-signed')
  if (!readable) return notProven('bad-signature', { place: 1 })
  const { version } = readable.text.payload
  return notProven('bad-signature', { version, place: 1, ...onlyOf(sidesOf(readable.text)) })
}

/** Where one alone could have signed, it has to be that one's signature. */
function onlyOf([side, ...others]: readonly Party[]): { side?: string } {
  return side && others.length === 0 ? { side: side.name } : {}
}

import { createHash } from 'node:crypto'
import { Done, LIMITS, type Bytes, type Hash } from '@parley/protocol'
import type { Party, ReleaseDocument } from '@parley/release'
import * as v from 'valibot'
import type { RunningServer } from '../startServer.ts'
import { invitedDesk, newCall, type DeskAt } from './people.ts'
import { partyOf, signedBy } from './releases.ts'

/** A file that a version names, and the name it was put under. */
export type Given = { hash: Hash; file: Hash }

/** A call of two sides, and how something of it is published. */
export type Publishing = {
  readonly desks: readonly [DeskAt, DeskAt]
  readonly parties: readonly [Party, Party]
  /** Signs it as those desks and hands it over by the first. Gives its hash. */
  readonly publish: (
    document: ReleaseDocument,
    signers: readonly DeskAt[],
    how?: { files?: Given[]; until?: number },
  ) => Promise<Hash>
}

/** A call of two sides that may publish. */
export async function twoSides(server: RunningServer): Promise<Publishing> {
  const one = await newCall(server)
  const two = await invitedDesk(server, one)
  return {
    desks: [one, two],
    parties: [partyOf(one, 'Switzerland', 'CH'), partyOf(two, 'Kenya', 'KE')],
    async publish(document, signers, { files = [], until } = {}) {
      const { signatures, hash } = await signedBy(signers, document)
      const item = document.payload.kind
      const versions = [signatures]
      const [{ client } = one] = signers
      await client.ask({ type: 'publish', item, versions, files, until: until ?? null })
      return hash
    },
  }
}

/** Puts a file as a desk does, and gives its name. */
export async function putFile(
  { url }: RunningServer,
  { client }: DeskAt,
  bytes: Bytes,
): Promise<Hash> {
  const cut = Array.from({ length: Math.ceil(bytes.length / LIMITS.pieceBytes) }, (_, at) =>
    bytes.subarray(at * LIMITS.pieceBytes, (at + 1) * LIMITS.pieceBytes),
  )
  const pieces = cut.map(hashOf)
  const offered = await client.ask({ type: 'offer-file', bytes: bytes.length, pieces })
  const { bearer } = v.parse(Done['ask-file-bearer'], await client.ask({ type: 'ask-file-bearer' }))
  const headers = { authorization: `Bearer ${bearer}` }
  await Promise.all(
    cut.map((body, at) => fetch(`${url}/files/${pieces[at]}`, { method: 'PUT', headers, body })),
  )
  return v.parse(Done['offer-file'], offered).file
}

/** SHA-256 as it travels. */
export function hashOf(bytes: Uint8Array): Hash {
  return createHash('sha256').update(bytes).digest('base64url') as Hash
}

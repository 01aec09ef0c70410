import { parseDone, type CompactJws, type Hash } from '@parley/protocol'
import { clipKind } from '@parley/release'
import type { Connection } from '../connection.ts'
import { agreedReleases, type ReleaseState } from './releaseState.ts'

/** A file of a clip as it was put to be published: the hash that the clip names, and the name it has at the server. */
export type PutFile = { readonly hash: Hash; readonly file: Hash }

/**
 * Has the server show a clip to everybody, with every agreed version that is not public yet. Resolves with when it is
 * public from, in milliseconds UTC. Rejects with a `Refusal`.
 */
export async function publishClip(
  { connection, state }: { connection: Connection; state: ReleaseState },
  { n, files }: { n: number; files: readonly PutFile[] },
): Promise<number> {
  const item = clipKind(n)
  const published = await publishedOf(connection)
  const isPublic = (hash: Hash) => published.some((one) => one.item === item && one.hash === hash)
  const versions = agreedReleases(state, 'clip', item)
    .filter(({ hash }) => !isPublic(hash))
    .map(({ signatures }): CompactJws[] => [...signatures])
  const request = { type: 'publish' as const, item, versions, files: [...files], until: null }
  return parseDone('publish', await connection.request(request)).publicFrom
}

/** When each wording of a clip that the server was given to show is public from, by the hash of its document. */
export async function publishedClips(connection: Connection): Promise<ReadonlyMap<Hash, number>> {
  const published = await publishedOf(connection)
  const clips = published.filter(({ item }) => item.startsWith('clip/'))
  return new Map(clips.map(({ hash, publicFrom }) => [hash, publicFrom]))
}

async function publishedOf(connection: Connection) {
  return parseDone('list-published', await connection.request({ type: 'list-published' })).published
}

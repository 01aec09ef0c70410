import {
  found,
  openEnvelope,
  prepareJoin,
  sealEnvelope,
  type EnvelopeTo,
  type Joining,
  type Me,
  type Opened,
  type Room,
  type RoomTerms,
} from '@parley/group'
import { parseDone, Refusal } from '@parley/protocol'
import type { Connection } from '../connection.ts'

/** What one attempt to enter a room came to, and from which entry of the log on to read. */
export type Attempt =
  | { is: 'founded'; room: Room; after: number }
  | { is: 'committed'; joining: Joining; after: number }
  /** Nobody would take it, or one does not take the group. */
  | { is: 'void'; code: string }
  /** Only one's own old leaf is there, and its socket is not gone yet. */
  | { is: 'not-yet' }

/** How far back a joiner reads. Above 32 members a tree comes with every 16th commit. */
const COMMITS_READ = 20

/**
 * Tries to found; where others are, takes a turn and sends a joining commit. Whoever calls has to
 * follow the log before the commit is sent, hence `follow`.
 */
export async function joinOnce({
  connection,
  terms,
  envelope,
  me,
  attempt,
  follow,
}: {
  connection: Connection
  terms: RoomTerms
  envelope: EnvelopeTo
  me: Me
  /** Which of the newest groups that verify to take: 0 is the newest. */
  attempt: number
  follow: (after: number, joining: Joining) => Promise<void>
}): Promise<Attempt> {
  const founded = await tryToFound({ connection, terms, envelope, me })
  if (founded) return founded

  const { room } = terms
  await connection.request({ type: 'ask-turn', room })
  const commits = await readCommits(connection, { terms, envelope })
  if (!commits) return { is: 'not-yet' }
  const prepared = await prepareJoin(me, terms, { entries: commits.entries, attempt })
  if (prepared.outcome === 'must-found') {
    await connection.request({ type: 'end-turn', room })
    return { is: 'not-yet' }
  }
  if (prepared.outcome === 'void') {
    await connection.request({ type: 'end-turn', room })
    return { is: 'void', code: prepared.code }
  }
  await follow(commits.last, prepared.joining)
  const sealed = await sealEnvelope(envelope, prepared.opened)
  await connection.request({ type: 'append', room, envelope: sealed, commit: true })
  return { is: 'committed', joining: prepared.joining, after: commits.last }
}

async function tryToFound({
  connection,
  terms,
  envelope,
  me,
}: {
  connection: Connection
  terms: RoomTerms
  envelope: EnvelopeTo
  me: Me
}): Promise<Attempt | undefined> {
  const mine = await found(me, terms)
  if ('code' in mine) return { is: 'void', code: mine.code }
  try {
    const sealed = await sealEnvelope(envelope, mine.opened)
    const done = await connection.request({ type: 'found', room: terms.room, envelope: sealed })
    return { is: 'founded', room: mine.room, after: parseDone('found', done).number }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'group-alive') return undefined
    throw error
  }
}

async function readCommits(
  connection: Connection,
  { terms, envelope }: { terms: RoomTerms; envelope: EnvelopeTo },
): Promise<{ entries: Opened[]; last: number } | undefined> {
  try {
    const request = { type: 'read-commits', room: terms.room, count: COMMITS_READ } as const
    const { entries, last } = parseDone('read-commits', await connection.request(request))
    const opened = await Promise.all(entries.map((entry) => openEnvelope(envelope, entry.envelope)))
    return { entries: opened.filter((entry) => entry !== undefined), last }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'no-group') return undefined
    throw error
  }
}

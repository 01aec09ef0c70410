import { openEnvelope, type EnvelopeTo, type Opened } from '@parley/group'
import { parseDone, Refusal, type RoomId } from '@parley/protocol'
import type { Connection } from '../connection.ts'

/** Commits asked for at once. Above 32 members a tree comes with every 16th commit. */
const COMMITS_READ = 20

/** Those that open, oldest first; and the end of the log as it was then. */
type Page = { entries: Opened[]; last: number }

/**
 * Reads the commits of a room's present group backwards, the newest first: noise in the log only makes
 * it longer. Gives nothing where there is no group. One reads on for as long as one lacks something.
 */
export async function* readBack(
  connection: Connection,
  { room, envelope }: { room: RoomId; envelope: EnvelopeTo },
): AsyncGenerator<Page, void> {
  let before: number | undefined
  while (before === undefined || before > 0) {
    const answer = await readPage(connection, { room, before })
    const from = before ?? Infinity
    const read = answer?.entries.filter(({ number }) => number < from) ?? []
    if (!answer || read.length === 0) return
    const opened = await Promise.all(read.map((entry) => openEnvelope(envelope, entry.envelope)))
    yield { entries: opened.filter((entry) => entry !== undefined), last: answer.last }
    before = Math.min(...read.map(({ number }) => number))
  }
}

async function readPage(
  connection: Connection,
  { room, before }: { room: RoomId; before: number | undefined },
) {
  try {
    const from = before === undefined ? {} : { before }
    const request = { type: 'read-commits', room, count: COMMITS_READ, ...from } as const
    return parseDone('read-commits', await connection.request(request))
  } catch (error) {
    if (error instanceof Refusal && error.code === 'no-group') return undefined
    throw error
  }
}

import type { Clock } from '@parley/call'
import {
  found,
  prepareJoin,
  sealEnvelope,
  type EnvelopeTo,
  type Joining,
  type Me,
  type Opened,
  type Prepared,
  type Room,
  type RoomTerms,
} from '@parley/group'
import { parseDone, Refusal } from '@parley/protocol'
import type { Connection } from '../connection.ts'
import type { Ready } from './readiness.ts'
import { pause } from '../tools/pause.ts'
import { readBack } from './readBack.ts'

/** What one attempt to enter a room came to, and from which entry of the log on to read. */
export type Attempt =
  | { is: 'founded'; room: Room; after: number }
  | { is: 'committed'; joining: Joining; after: number }
  /** Nobody would take it, or one does not take the group. */
  | { is: 'void'; code: string }
  /** Only one's own old leaf is there, and its socket is not gone yet; or another founds at this moment. */
  | { is: 'not-yet' }

/**
 * How long members may take to make the newest group one that can be joined. Larger: a false commit
 * delays each joiner. Smaller: a joiner takes an older group, which the members have left.
 */
const REPAIR_MS = 1000

/** Why a joining commit was not taken without a turn. */
const MUST_ASK: ReadonlySet<string> = new Set(['not-permitted', 'no-group'])

type JoinOnce = {
  connection: Connection
  clock: Clock
  terms: RoomTerms
  envelope: EnvelopeTo
  me: Me
  /** Which of the newest groups that verify to take: 0 is the newest. */
  attempt: number
  /** A joining commit that was made outside, for the log as it is now. */
  ready?: Ready | undefined
  /** From here on entries of the log are for that joining; from after an entry, or as one follows already. */
  follow: (after: number | undefined, joining: Joining) => Promise<void>
  /** Whether another's commit has passed the one that is followed. */
  isPassed: () => boolean
}

/** A joining commit for the newest group of the log; nothing where there is none one could join now. */
export async function prepareEntry(
  parts: Omit<JoinOnce, 'attempt' | 'follow' | 'isPassed'>,
): Promise<Ready | undefined> {
  const prepared = await prepare({ ...parts, attempt: 0 }, { mayWait: true })
  if (prepared.outcome !== 'joining') return undefined
  const { joining, opened, last } = prepared
  return { joining, sealed: await sealEnvelope(parts.envelope, opened), last }
}

/**
 * Sends the joining commit that is ready. Where there is none, or another has a turn, or nobody is there,
 * it takes a turn, and founds or makes a joining commit. Whoever calls has to follow the log before the
 * commit is sent, hence `follow`.
 */
export async function joinOnce(parts: JoinOnce): Promise<Attempt> {
  const { ready, isPassed } = parts
  if (ready) await parts.follow(undefined, ready.joining)
  if (ready && !isPassed() && (await isTakenAtOnce(parts, ready)))
    return { is: 'committed', joining: ready.joining, after: ready.last }
  using turn = await takeTurn(parts)
  if (!turn.isAnybodyThere) return await tryToFound(parts)
  if (ready && !isPassed()) return await send(parts, ready)
  const first = await prepare(parts, { mayWait: true })
  if (first.outcome === 'must-wait') await pause(parts.clock, REPAIR_MS)
  const { last, ...prepared } =
    first.outcome === 'must-wait' ? await prepare(parts, { mayWait: false }) : first
  if (prepared.outcome === 'void') return { is: 'void', code: prepared.code }
  if (prepared.outcome !== 'joining') return { is: 'not-yet' }
  const { joining, opened } = prepared
  await parts.follow(last, joining)
  return await send(parts, { joining, sealed: await sealEnvelope(parts.envelope, opened), last })
}

async function send(
  { connection, terms }: JoinOnce,
  { joining, sealed, last }: Ready,
): Promise<Attempt> {
  await connection.request({ type: 'append', room: terms.room, envelope: sealed, commit: true })
  return { is: 'committed', joining, after: last }
}

/** Whether the log has one's commit although one asked for no turn. */
async function isTakenAtOnce(
  { connection, terms: { room } }: JoinOnce,
  { sealed }: Ready,
): Promise<boolean> {
  try {
    await connection.request({ type: 'join', room, envelope: sealed })
    return true
  } catch (error) {
    if (error instanceof Refusal && MUST_ASK.has(error.code)) return false
    throw error
  }
}

type Turn = Disposable & { isAnybodyThere: boolean }

/** A turn of one's own. It ends with one's commit, or when it is let go of. */
async function takeTurn({ connection, terms: { room } }: JoinOnce): Promise<Turn> {
  const done = await connection.request({ type: 'ask-turn', room })
  return {
    isAnybodyThere: parseDone('ask-turn', done).isAnybodyThere,
    [Symbol.dispose]() {
      connection.request({ type: 'end-turn', room }).catch(() => undefined)
    },
  }
}

/** Reads the log back until a group in it can be joined or may soon be, a page further for each attempt. */
async function prepare(
  { connection, terms, envelope, me, attempt }: Omit<JoinOnce, 'follow' | 'isPassed'>,
  { mayWait }: { mayWait: boolean },
): Promise<Prepared & { last: number }> {
  let entries: Opened[] = []
  let pages = 0
  let result: (Prepared & { last: number }) | undefined
  for await (const page of readBack(connection, { room: terms.room, envelope })) {
    entries = [...page.entries, ...entries]
    const prepared = await prepareJoin(me, terms, { entries, attempt, mayWait })
    result = { ...prepared, last: result?.last ?? page.last }
    const isEnough = prepared.outcome === 'joining' || prepared.outcome === 'must-wait'
    if (isEnough && pages++ >= attempt) break
  }
  return result ?? { outcome: 'must-found', last: 0 }
}

async function tryToFound({ connection, terms, envelope, me }: JoinOnce): Promise<Attempt> {
  const mine = await found(me, terms)
  if ('code' in mine) return { is: 'void', code: mine.code }
  try {
    const sealed = await sealEnvelope(envelope, mine.opened)
    const done = await connection.request({ type: 'found', room: terms.room, envelope: sealed })
    return { is: 'founded', room: mine.room, after: parseDone('found', done).number }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'group-alive') return { is: 'not-yet' }
    throw error
  }
}

import type { Presence } from '@parley/call'
import type { SeatId } from '@parley/protocol'
import type { CallFacts, MicrophoneClosedBy, Person } from './callFacts.ts'
import { isGrave, noticesOf, type CallNotice } from './callNotices.ts'

/** What a screen reader says of the call. It is said once, when it comes to be so. */
export type Saying =
  | { type: 'you-are-in'; with: readonly string[] }
  | { type: 'came-in'; name: string }
  | { type: 'presence'; name: string; presence: Exclude<Presence, 'not-heard'> }
  | { type: 'speaks'; name: string }
  | { type: 'microphone-open' }
  | { type: 'microphone-closed'; by: MicrophoneClosedBy }
  | { type: 'written'; by: string }
  | { type: 'asked-to-wait' }
  | { type: 'late-sound'; lateMs: number }
  | { type: 'notice'; notice: CallNotice }

/** A saying that stands in the page for a while. What is urgent breaks into what is being read. */
export type Said = { key: number; atMs: number; isUrgent: boolean; saying: Saying }

/** What was said lately, and what is known, so that it is not said again. */
export type SaidState = { lately: readonly Said[]; count: number; known: Known | undefined }

/** What there is to say something of. */
export type ToSay = {
  facts: CallFacts
  dismissed: ReadonlySet<string>
  /** Whoever speaks now and is heard, after short voices are left out. */
  speaker: SeatId | undefined
  /** How late the sound of whoever has the turn arrives, if it does. */
  lateMs: number | undefined
  /** Whether the list of messages is on the screen: it is read out by itself. */
  isReading: boolean
  nowMs: number
}

type Known = {
  isIn: boolean
  presences: ReadonlyMap<SeatId, Presence>
  notices: ReadonlySet<string>
  microphone: MicrophoneClosedBy | 'open' | 'opening'
  messages: number
  hasAskedToWait: boolean
  saidLateAtMs: number
  turn: Turn
}

/** Who speaks, since when, and whose turn was said last. */
type Turn = {
  seat: SeatId | undefined
  sinceMs: number
  said: SeatId | undefined
  saidAtMs: number
}

/** How long a saying stands in the page. Larger: whoever reads there meets what is over. Smaller: a slow reader misses it. */
const STANDS_FOR_MS = 15_000

/** How long somebody speaks before it is said. Larger: the turn is over. Smaller: each “yes” is a turn. */
const TURN_AFTER_MS = 2000

/** The least between two turns that are said. Larger: turns go unsaid. Smaller: one hears names and not what is spoken. */
const BETWEEN_TURNS_MS = 8000

/** That sound arrives late is said again after that. Larger: it is forgotten. Smaller: it is said at each turn. */
const LATE_AGAIN_AFTER_MS = 60_000

/** Before anything is known. */
export const NOTHING_SAID: SaidState = { lately: [], count: 0, known: undefined }

/** Compares what is with what was known, and says what is new. What there is at the start is not news. */
export function stepSaid(state: SaidState, now: ToSay): SaidState {
  const { known: before, count } = state
  const turn = stepTurn(before?.turn, now)
  const known = knownOf(before, now, turn)
  const sayings = before
    ? [
        ...noticed(before, now),
        ...cameIn(before, known, now),
        ...ownMicrophone(before, known),
        ...written(before, now),
        ...asked(before, known),
        ...late(before, known, now),
        ...turnOf(before.turn, turn, now),
      ]
    : []
  const lately = state.lately.filter(({ atMs }) => now.nowMs - atMs < STANDS_FOR_MS)
  const isSame = sayings.length === 0 && lately.length === state.lately.length
  const said = sayings.map((saying, place) => ({
    key: count + place,
    atMs: now.nowMs,
    isUrgent: isUrgent(saying),
    saying,
  }))
  return {
    lately: isSame ? state.lately : [...lately, ...said],
    count: count + said.length,
    known,
  }
}

function knownOf(before: Known | undefined, now: ToSay, turn: Turn): Known {
  const { facts, dismissed, lateMs, nowMs } = now
  const { microphone } = facts.you
  const { saidLateAtMs = -Infinity } = before ?? {}
  const isLateNews = lateMs !== undefined && nowMs - saidLateAtMs >= LATE_AGAIN_AFTER_MS
  return {
    isIn: facts.standing.phase === 'in-call',
    presences: new Map(othersOf(facts).map(({ seat, presence }) => [seat, presence])),
    notices: new Set(noticesOf(facts, dismissed).map(keyOf)),
    microphone: spokenOf(microphone),
    messages: facts.messages.length,
    hasAskedToWait: facts.you.hasAskedToWait,
    saidLateAtMs: isLateNews ? nowMs : saidLateAtMs,
    turn,
  }
}

/** A cough is nothing to say: whoever coughs knows. */
function spokenOf(microphone: CallFacts['you']['microphone']): Known['microphone'] {
  if ('by' in microphone) return microphone.by
  return microphone.phase === 'coughing' ? 'open' : microphone.phase
}

/** What lasts is said once, however many seconds it counts, and whatever was done about it. */
function keyOf(notice: CallNotice): string {
  return JSON.stringify({ ...notice, forSeconds: undefined, hasAsked: undefined })
}

function noticed(before: Known, { facts, dismissed }: ToSay): readonly Saying[] {
  return noticesOf(facts, dismissed)
    .filter((notice) => !before.notices.has(keyOf(notice)))
    .map((notice) => ({ type: 'notice', notice }))
}

/** Whoever was there when one came in is said in one sentence; after that, each as it happens. Leaving is a notice. */
function cameIn(before: Known, known: Known, { facts }: ToSay): readonly Saying[] {
  const others = othersOf(facts)
  if (!known.isIn) return []
  if (!before.isIn)
    return others.length > 0 ? [{ type: 'you-are-in', with: others.map(({ name }) => name) }] : []
  return others.flatMap(({ seat, name, presence }): readonly Saying[] => {
    const was = before.presences.get(seat)
    if (was === undefined) return [{ type: 'came-in', name }]
    if (was === presence || presence === 'not-heard' || was === 'not-heard') return []
    return [{ type: 'presence', name, presence }]
  })
}

function ownMicrophone(before: Known, { microphone, isIn }: Known): readonly Saying[] {
  if (microphone === 'opening' || !isIn) return []
  if (microphone === before.microphone && before.isIn) return []
  return microphone === 'open'
    ? [{ type: 'microphone-open' }]
    : [{ type: 'microphone-closed', by: microphone }]
}

function written(before: Known, { facts, isReading }: ToSay): readonly Saying[] {
  if (isReading) return []
  return facts.messages
    .slice(before.messages)
    .filter(({ from }) => from.seat !== facts.you.seat)
    .map(({ from }) => ({ type: 'written', by: from.name }))
}

function asked(before: Known, { hasAskedToWait }: Known): readonly Saying[] {
  return hasAskedToWait && !before.hasAskedToWait ? [{ type: 'asked-to-wait' }] : []
}

function late(before: Known, { saidLateAtMs }: Known, { lateMs }: ToSay): readonly Saying[] {
  if (lateMs === undefined || saidLateAtMs === before.saidLateAtMs) return []
  return [{ type: 'late-sound', lateMs }]
}

function stepTurn(before: Turn | undefined, { speaker, nowMs, facts }: ToSay): Turn {
  const turn = before ?? { seat: undefined, sinceMs: nowMs, said: undefined, saidAtMs: -Infinity }
  if (speaker === undefined) return turn.seat === undefined ? turn : { ...turn, seat: undefined }
  const now = turn.seat === speaker ? turn : { ...turn, seat: speaker, sinceMs: nowMs }
  const isNews = speaker !== now.said && othersOf(facts).length > 1
  const isTime = nowMs - now.sinceMs >= TURN_AFTER_MS && nowMs - now.saidAtMs >= BETWEEN_TURNS_MS
  return isNews && isTime ? { ...now, said: speaker, saidAtMs: nowMs } : now
}

function turnOf(before: Turn, { said }: Turn, { facts }: ToSay): readonly Saying[] {
  if (said === before.said) return []
  return othersOf(facts)
    .filter(({ seat }) => seat === said)
    .map(({ name }) => ({ type: 'speaks', name }))
}

/** Somebody who is held is named by a notice. */
function othersOf({ people }: CallFacts): readonly Person[] {
  return people.filter(({ isYou, standing }) => !isYou && standing === 'agreed')
}

/** What stops the call, and that one is no longer heard although one did nothing. */
function isUrgent(saying: Saying): boolean {
  if (saying.type === 'notice') return isGrave(saying.notice)
  return saying.type === 'microphone-closed' && saying.by !== 'holder' && saying.by !== 'start'
}

import {
  isOpenNow,
  movesOf,
  nameOfMove,
  type EntryEvent,
  type MovesGround,
  type MoveTo,
  type PartWord,
  type ProposedMove,
} from '@parley/seal'
import type { Hash } from '@parley/protocol'
import {
  isBehind,
  knownMove,
  latestMove,
  type Parts,
  type PartSpeaker,
  type SaidMove,
} from './parts.ts'

/** How long a proposal stands. Larger: it is agreed to when nobody thinks of it any more. Smaller: who asks around first asks twice. */
export const PROPOSED_FOR_MS = 10 * 60_000

/** How long what was said here may take to come back. Larger: a press that got lost is taken for done. Smaller: an impatient press says it twice. */
const BACK_WITHIN_MS = 8000

/** A number may be so far above the last agreed one. Larger: whoever counts ahead stops the count sooner. Smaller: proposals that came to nothing stop it. */
const AHEAD_AT_MOST = 100

/** Where the numbers end. */
const NUMBER_AT_MOST = 10_000

export type PartsEvent =
  /** What the signed documents say now. */
  | {
      type: 'ground-changed'
      ground: MovesGround
      plan: Hash | undefined
      speaker: PartSpeaker | undefined
    }
  /** All words about moves that are here, in the order in which they came. */
  | { type: 'words-known'; words: readonly PartWord[] }
  /** What the others' heartbeats say now. */
  | { type: 'others-said'; said: readonly SaidMove[]; nowMs: number }
  /** To go to that item; null is past the last. */
  | { type: 'part-proposed'; item: number | null; nowMs: number }
  | { type: 'part-agreed'; to: MoveTo; nowMs: number }
  /** Declines another's proposal, or takes back one's own. */
  | { type: 'part-refused'; to: MoveTo; nowMs: number }
  /** Closes the open part in progress, for one's side alone. */
  | { type: 'part-closed'; nowMs: number }
  | { type: 'looked'; nowMs: number }

/** To be signed, in one entry. */
export type PartsEffect = { do: 'sign'; what: readonly EntryEvent[] }

type Step = readonly [Parts, readonly PartsEffect[]]

/** What becomes of the moves that are known here. Nobody is moved by what is done here alone: every side's word is. */
export function stepParts(parts: Parts, event: PartsEvent): Step {
  switch (event.type) {
    case 'ground-changed': {
      const { ground, plan, speaker } = event
      return [judged({ ...parts, ground, plan, speaker }), []]
    }
    case 'words-known':
      return [judged({ ...parts, words: event.words }), []]
    case 'others-said': {
      const ahead = aheadOf(parts, event)
      return [ahead.length + parts.ahead.length > 0 ? { ...parts, ahead } : parts, []]
    }
    case 'part-proposed':
      return propose(parts, event)
    case 'part-agreed':
      return agree(parts, event)
    case 'part-refused': {
      const found = standing(parts).find((one) => isSame(one, event.to))
      return found ? say(parts, [{ ...found, is: 'refused' }], event.nowMs) : [parts, []]
    }
    case 'part-closed': {
      const latest = latestMove(parts)
      if (!latest || !isOpenNow(latest)) return [parts, []]
      return say(parts, [{ is: 'closed', ...latest }], event.nowMs)
    }
    case 'looked':
      return look(parts, event.nowMs)
  }
}

/** Proposals that may still be agreed to: nobody refused them. */
export function standing({ moves, plan }: Pick<Parts, 'moves' | 'plan'>): readonly ProposedMove[] {
  const latest = moves.agreed.at(-1)?.move ?? 0
  return moves.proposed.filter(
    (one) => one.refused.size === 0 && one.plan === plan && one.move <= latest + AHEAD_AT_MOST,
  )
}

/** Whether that was said here and is under way. */
export function isOnItsWay(
  { said }: Pick<Parts, 'said'>,
  word: MoveTo & Pick<PartWord, 'is'>,
): boolean {
  return said.some((one) => one.is === word.is && isSame(one, word))
}

function judged(parts: Parts): Parts {
  const { words, ground, speaker } = parts
  const own = words.filter(({ side }) => side === speaker?.side)
  const said = parts.said.filter(
    (one) => !own.some((word) => word.is === one.is && isSame(word, one)),
  )
  const moves = movesOf([...words, ...saidAgainst(said, speaker)], ground)
  const ahead = parts.ahead.filter((one) => isBehind(knownMove({ moves }), one.known))
  return { ...parts, moves, ahead, said }
}

/** What was refused or closed here counts here at once, whoever holds it back. */
function saidAgainst(said: Parts['said'], speaker: PartSpeaker | undefined): readonly PartWord[] {
  if (!speaker) return []
  const { side, seat } = speaker
  return said
    .filter(({ is }) => is !== 'for')
    .map((one) => ({ ...one, side, seat, isDoubted: false }))
}

function aheadOf(
  parts: Parts,
  { said, nowMs }: PartsEvent & { type: 'others-said' },
): Parts['ahead'] {
  const since = new Map(parts.ahead.map(({ seat, sinceMs }) => [seat, sinceMs]))
  return said
    .filter((one) => isBehind(knownMove(parts), one.known))
    .map((one) => ({ ...one, sinceMs: since.get(one.seat) ?? nowMs }))
}

function propose(parts: Parts, { item, nowMs }: PartsEvent & { type: 'part-proposed' }): Step {
  const { plan, ground } = parts
  const agenda = plan && ground.plans.get(plan)?.agenda
  const isKnown = item === null || agenda?.some(({ part }) => part === item)
  const latest = latestMove(parts)
  const isThere = latest ? latest.item === item && latest.plan === plan : item === null
  const isSaid = standingHere(parts).some((one) => one.item === item && one.plan === plan)
  const move = nextNumber(parts)
  if (!plan || !isKnown || isThere || isSaid || move > NUMBER_AT_MOST) return [parts, []]
  return say(parts, [...takenBack(parts), { is: 'for', move, item, plan }], nowMs)
}

function agree(parts: Parts, { to, nowMs }: PartsEvent & { type: 'part-agreed' }): Step {
  const found = standing(parts).find((one) => isSame(one, to))
  const side = parts.speaker?.side
  if (!found || !side || forNow(parts).some((one) => isSame(one, to))) return [parts, []]
  return say(parts, [...takenBack(parts), { is: 'for', ...found }], nowMs)
}

/** What a side is for is taken back with its next word for something else: nobody can make use of it later. */
function takenBack(parts: Parts): readonly Told[] {
  return forNow(parts).map((one) => ({ is: 'refused', ...toOf(one) }))
}

/** What one's side is for, also what it has just said. */
function forNow(parts: Parts): readonly MoveTo[] {
  const own = ownProposals(parts)
  const more = parts.said.filter(({ is }) => is === 'for')
  return [...own, ...more.filter((said) => !own.some((one) => isSame(one, said)))]
}

/** Of that, what nobody has refused. */
function standingHere(parts: Parts): readonly MoveTo[] {
  const refused = parts.moves.proposed.filter((one) => one.refused.size > 0)
  return forNow(parts).filter((said) => !refused.some((one) => isSame(one, said)))
}

/** What one's side is for, and has not refused itself. */
function ownProposals({ moves, speaker }: Parts): readonly ProposedMove[] {
  const side = speaker?.side
  return moves.proposed.filter(({ by, refused }) => side && by.has(side) && !refused.has(side))
}

/** One's own proposals that stood too long, or for a plan that was changed since, are taken back. */
function look(before: Parts, nowMs: number): Step {
  const said = before.said.filter(({ is, atMs }) => is !== 'for' || nowMs - atMs < BACK_WITHIN_MS)
  const parts = said.length === before.said.length ? before : { ...before, said }
  const { speaker, plan } = parts
  const over = ownProposals(parts).filter((one) => {
    const word = speaker && one.by.get(speaker.side)
    const isOld = one.plan !== plan || nowMs - (word?.atMs ?? nowMs) > PROPOSED_FOR_MS
    return isOld && word?.seat === speaker?.seat
  })
  return over.length > 0
    ? say(
        parts,
        over.map((one) => ({ is: 'refused', ...toOf(one) })),
        nowMs,
      )
    : [parts, []]
}

/** A word about a move, before it is signed. */
type Told = MoveTo & Pick<PartWord, 'is'>

/** What is under way is not said again. */
function say(parts: Parts, told: readonly Told[], nowMs: number): Step {
  const fresh = told.filter((one) => !isOnItsWay(parts, one))
  if (!parts.speaker?.maySpeak || fresh.length === 0) return [parts, []]
  const said = [...parts.said, ...fresh.map((one) => ({ is: one.is, ...toOf(one), atMs: nowMs }))]
  const what = fresh.map((one): EntryEvent => ({ is: EVENTS[one.is], at: nowMs, ...toOf(one) }))
  return [judged({ ...parts, said }), [{ do: 'sign', what }]]
}

const EVENTS = { for: 'part', refused: 'part-refused', closed: 'part-closed' } as const

/** One more than the last agreed move, and than all that one's side spoke of. */
function nextNumber({ words, moves, speaker, said }: Parts): number {
  const own = words.filter(({ side }) => side === speaker?.side)
  const spoken = [...own, ...said].map(({ move }) => move)
  return 1 + Math.max(moves.agreed.at(-1)?.move ?? 0, ...spoken)
}

function toOf({ move, item, plan }: MoveTo): MoveTo {
  return { move, item, plan }
}

function isSame(a: MoveTo, b: MoveTo): boolean {
  return nameOfMove(a) === nameOfMove(b)
}

import { isOnItsWay, standing, type Parts } from '@parley/call'
import {
  isOpenNow,
  nameOfMove,
  type AgendaPart,
  type MoveTo,
  type PartWord,
  type ProposedMove,
} from '@parley/seal'
import type { SeatId, SideId } from '@parley/protocol'

/** Who said something of a move, by the names of the agreed lists. */
export type MoveBy = {
  /** Undefined for the desk of the side. */
  readonly name: string | undefined
  readonly side: string
  readonly isYou: boolean
}

/** A part of the agenda, or, without one, its end. */
export type MovePart = Pick<AgendaPart, 'part' | 'title'> | undefined

/** A move that awaits somebody's word. */
export type Proposal = {
  readonly to: MoveTo
  readonly part: MovePart
  readonly leadsToOpen: boolean
  readonly by: MoveBy
  /** The sides that have not agreed. */
  readonly awaited: readonly string[]
  /** What whoever sits here can do about it: agree, or take the word of their side back. */
  readonly yours: 'agree' | 'take-back' | 'nothing'
  /** A press of whoever sits here is under way. */
  readonly isBusy: boolean
}

/** A proposal that came to nothing. */
export type Refused = {
  readonly name: string
  readonly by: MoveBy
  readonly isTakenBack: boolean
  readonly part: MovePart
}

/** The agreed agenda, and the part of it that is in progress. */
export type PartsView = {
  readonly items: readonly (AgendaPart & {
    readonly isNow: boolean
    /** Whether it would be open now to go there. */
    readonly leadsToOpen: boolean
  })[]
  readonly phase: 'not-begun' | 'running' | 'over'
  readonly now:
    | (Omit<AgendaPart, 'open'> & {
        readonly open: boolean
        readonly of: number
        /** When it would be over by the agreed minutes. */
        readonly untilMs: number
        /** The sides that closed it while it was open. */
        readonly closedBy: readonly string[]
      })
    | undefined
  /** What comes next by the agenda; `part` is undefined where that is its end. */
  readonly next: { readonly item: number | null; readonly part: MovePart } | undefined
  readonly proposals: readonly Proposal[]
  /** The last one, where it came to nothing. */
  readonly refused: Refused | undefined
  /** Those by whom the talks have moved on, while what moved them is not here. */
  readonly movedOnBy: readonly string[]
  readonly mayMove: boolean
  readonly mayClose: boolean
}

/** By whose lists names are told. */
export type PartsNames = {
  readonly seats: ReadonlyMap<SeatId, { readonly name: string }>
  readonly sides: readonly { readonly side: SideId; readonly name: string }[]
}

/** A refusal that is older is no news, also to whoever comes in later. */
const NEWS_FOR_MS = 60_000

/** Larger: a move that was withheld is told later. Smaller: one that is under way is told as withheld. */
const MOVED_ON_AFTER_MS = 10_000

/** What the screens show of the parts of the agenda. `agenda` is that of the newest agreed plan. */
export function partsView(
  parts: Parts,
  {
    agenda,
    nowMs,
    ...names
  }: PartsNames & { readonly agenda: readonly AgendaPart[]; readonly nowMs: number },
): PartsView {
  const latest = parts.moves.agreed.at(-1)
  const running = latest && partOf(parts, latest)
  const maySpeak = parts.speaker?.maySpeak ?? false
  const isOpen = latest !== undefined && isOpenNow(latest)
  const sideOf = (side: SideId) => names.sides.find((one) => one.side === side)?.name ?? ''
  return {
    items: agenda.map((one) => ({
      ...one,
      isNow: latest?.item === one.part && latest.plan === parts.plan,
      leadsToOpen: one.open && one.part > parts.moves.reached,
    })),
    phase: !latest ? 'not-begun' : latest.item === null ? 'over' : 'running',
    now: running && {
      ...running,
      open: isOpen && parts.ahead.length === 0,
      of: parts.ground.plans.get(latest.plan)?.agenda.length ?? 0,
      untilMs: latest.sinceMs + running.minutes * 60_000,
      closedBy: [...latest.closed.keys()].map(sideOf),
    },
    next: nextOf(agenda, latest),
    proposals: standing(parts).map((one) => proposal(parts, one, { ...names, sideOf })),
    refused: refusedOf(parts, { ...names, sideOf }, nowMs),
    movedOnBy: parts.ahead
      .filter(({ sinceMs }) => nowMs - sinceMs >= MOVED_ON_AFTER_MS)
      .flatMap(({ seat }) => names.seats.get(seat)?.name ?? []),
    mayMove: maySpeak && agenda.length > 0,
    mayClose: maySpeak && isOpen,
  }
}

type Naming = PartsNames & { readonly sideOf: (side: SideId) => string }

function partOf({ ground }: Pick<Parts, 'ground'>, { plan, item }: MoveTo): AgendaPart | undefined {
  return ground.plans.get(plan)?.agenda.find(({ part }) => part === item)
}

function nextOf(agenda: readonly AgendaPart[], latest: MoveTo | undefined): PartsView['next'] {
  if (agenda.length === 0 || latest?.item === null) return undefined
  const part = agenda.find((one) => one.part > (latest?.item ?? 0))
  return { item: part?.part ?? null, part }
}

function proposal(parts: Parts, one: ProposedMove, naming: Naming): Proposal {
  const { move, item, plan, by, leadsToOpen } = one
  const { speaker, ground } = parts
  const [first] = by.values()
  const isOwn = speaker !== undefined && by.has(speaker.side)
  const yours = !speaker?.maySpeak ? 'nothing' : isOwn ? 'take-back' : 'agree'
  return {
    to: { move, item, plan },
    part: partOf(parts, one),
    leadsToOpen,
    by: moveBy(first, { parts, naming }),
    awaited: ground.sides.filter((side) => !by.has(side)).map(naming.sideOf),
    yours,
    isBusy:
      isOnItsWay(parts, { ...one, is: 'for' }) || isOnItsWay(parts, { ...one, is: 'refused' }),
  }
}

/** The proposal with the highest number, where somebody refused it and nothing was agreed since. */
function refusedOf(parts: Parts, naming: Naming, nowMs: number): Refused | undefined {
  const last = parts.moves.proposed.toSorted((a, b) => a.move - b.move).at(-1)
  const [refusal] = last?.refused.values() ?? []
  if (!last || !refusal || nowMs - refusal.atMs > NEWS_FOR_MS) return undefined
  return {
    name: nameOfMove(last),
    by: moveBy(refusal, { parts, naming }),
    isTakenBack: last.by.has(refusal.side),
    part: partOf(parts, last),
  }
}

function moveBy(
  word: PartWord | undefined,
  { parts, naming }: { parts: Parts; naming: Naming },
): MoveBy {
  const seat = word?.seat
  const { speaker } = parts
  return {
    name: seat && (naming.seats.get(seat)?.name ?? ''),
    side: word ? naming.sideOf(word.side) : '',
    isYou: word !== undefined && word.side === speaker?.side && seat === speaker.seat,
  }
}

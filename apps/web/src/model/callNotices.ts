import type { Companion, DoubtsOf, JoinsAgainBy, RemovedBecause, RequestKind } from '@parley/call'
import type { DeviceFailure, TrackKind } from '@parley/call'
import type { HeldCode, VoidCode } from '@parley/group'
import type { SeatId } from '@parley/protocol'
import type { CallFacts, Incident, ListsApart, NotPlayedCode, Person } from './callFacts.ts'
import { whoHears } from './callRoster.ts'
import type { DoubtShown } from './doubtShown.ts'

/** A sentence above the pictures. It leaves the faces free. */
export type CallNotice = { id: string; canBeDismissed: boolean } & (
  | { type: 'joining'; again: JoinsAgainBy | undefined }
  | { type: 'not-fresh'; mustHear: 'own-side' | 'anyone' }
  | { type: 'alone' }
  | { type: 'held'; name: string; code: HeldCode | undefined; isYou: boolean }
  | { type: 'server-lost' }
  | { type: 'asks-to-wait'; name: string }
  /** Of an interpreter, whose id it has. */
  | { type: 'asks'; what: RequestKind; name: string; asked: { id: string; from: SeatId } }
  | {
      type: 'not-heard-by'
      not: readonly string[]
      of: number
      forSeconds: number
      /** The others were asked to wait just now. */
      hasAsked: boolean
    }
  | { type: 'refused'; code: VoidCode; by: string | undefined; atMs: number }
  | { type: 'removed'; name: string; because: RemovedBecause; by: string | undefined }
  | {
      type: 'company'
      name: string
      came: readonly Companion[]
      gone: readonly Companion[]
    }
  | { type: 'device-failed'; kind: TrackKind; why: DeviceFailure }
  | { type: 'foreign'; of: 'sound' | 'picture'; name: string }
  | { type: 'unconfirmed'; of: DoubtShown; name: string }
  | { type: 'not-played'; name: string; kind: TrackKind; code: NotPlayedCode }
  | { type: 'text-missed'; name: string }
  | { type: 'old-keys'; names: readonly string[] }
  /** Whose device has other lists, and of which sides the desk. */
  | { type: 'lists-apart'; lists: ListsApart; names: readonly string[]; desks: readonly string[] }
  | { type: 'unsettled' }
  | { type: 'not-entered' }
)

/** Heartbeats come within 5 s: before that, nobody can have said that they hear. */
const NOT_HEARD_SHOWN_AFTER_MS = 6000

/** That somebody left of their own is read in passing; what has another reason stays until it is noted. */
const LEFT_SHOWN_FOR_MS = 15_000

/** Larger: it covers the faces. Smaller: whoever looked away does not read it; it stands in the list of people, too. */
const COMPANY_SHOWN_FOR_MS = 60_000

/** Somebody asks to wait, and then it is over. Larger: it stands when all is well again. Smaller: whoever speaks does not see it. */
const ASKING_SHOWN_FOR_MS = 20_000

/** The tile says it before. Larger: it is read out later. Smaller: each line that breaks is told twice. */
const UNCONFIRMED_SHOWN_AFTER_MS = 1000

/** What is said above the pictures, and how much there is in all. */
export type CallNotices = { shown: readonly CallNotice[]; inAll: number }

/** More would leave too little of the faces. */
const SHOWN = 2

/** Of what has to be said now, as much as has room. */
export function callNotices(facts: CallFacts, dismissed: ReadonlySet<string>): CallNotices {
  const notices = noticesOf(facts, dismissed)
  return { shown: notices.slice(0, SHOWN), inAll: notices.length }
}

/** What has to be said now, the gravest first. */
export function noticesOf(facts: CallFacts, dismissed: ReadonlySet<string>): readonly CallNotice[] {
  return [
    ...standingOf(facts),
    ...requestsOf(facts),
    ...askingOf(facts),
    ...unconfirmedOf(facts),
    ...hearingOfYou(facts),
    ...listsApartOf(facts, 'newer'),
    ...listsApartOf(facts, 'older'),
    ...incidentsOf(facts),
    ...oldKeysOf(facts),
  ].filter(({ id }) => !dismissed.has(id))
}

/** Somebody here who may not be stops everything; a seal that is not the agreed one is the gravest that can come to the door. */
export function isGrave(notice: CallNotice): boolean {
  return notice.type === 'held' || (notice.type === 'refused' && notice.code === 'unknown-seal')
}

function standingOf({ standing, heldBack, people, connection }: CallFacts): readonly CallNotice[] {
  const lasting = { canBeDismissed: false }
  if (standing.phase === 'joining')
    return [{ ...lasting, id: 'joining', type: 'joining', again: standing.again }]
  const server: readonly CallNotice[] =
    connection.serverLostSinceMs === undefined
      ? []
      : [{ ...lasting, id: 'server-lost', type: 'server-lost' }]
  if (heldBack?.because === 'held') {
    const person = people.find(({ seat }) => seat === heldBack.seat)
    const code = person && person.standing !== 'agreed' ? person.standing : undefined
    const { name = '', isYou = false } = person ?? {}
    return [{ ...lasting, id: 'held', type: 'held', name, code, isYou }, ...server]
  }
  if (heldBack?.because === 'alone') return [{ ...lasting, id: 'alone', type: 'alone' }, ...server]
  if (standing.phase === 'not-fresh')
    return [
      { ...lasting, id: 'not-fresh', type: 'not-fresh', mustHear: standing.mustHear },
      ...server,
    ]
  return server
}

/** What interpreters ask of whoever sits here. */
function requestsOf(facts: CallFacts): readonly CallNotice[] {
  return lately(facts.asking, facts).map(({ id, seat: from, what, name }) => {
    return {
      id: `${from} ${id}`,
      canBeDismissed: true,
      type: 'asks',
      what,
      name,
      asked: { id, from },
    }
  })
}

/** Of those who are here, whoever asked last first. */
function lately<T extends { seat: SeatId; atMs: number }>(
  asked: readonly T[],
  { people, nowMs }: CallFacts,
): readonly T[] {
  return asked
    .filter(({ seat, atMs }) => {
      const person = people.find((one) => one.seat === seat)
      return person?.standing === 'agreed' && nowMs - atMs <= ASKING_SHOWN_FOR_MS
    })
    .toSorted((a, b) => b.atMs - a.atMs)
}

function askingOf(facts: CallFacts): readonly CallNotice[] {
  return lately(facts.askingToWait, facts).map(({ seat, name, atMs }) => ({
    id: `${seat} asks at ${atMs}`,
    canBeDismissed: true,
    type: 'asks-to-wait',
    name,
  }))
}

/** Of what goes on: of a line that broke the last second is confirmed late, and nobody is sent more of it. */
function unconfirmedOf({ people, nowMs }: CallFacts): readonly CallNotice[] {
  return people.flatMap(({ seat, name, doubts, flow }) => {
    const sinceMs = (doubt: DoubtsOf['sound']) =>
      flow !== 'stopped' &&
      doubt?.is === 'unconfirmed' &&
      nowMs - doubt.sinceMs >= UNCONFIRMED_SHOWN_AFTER_MS
        ? doubt.sinceMs
        : undefined
    const sound = flow === 'sound-stopped' ? undefined : sinceMs(doubts.sound)
    const camera = flow === 'picture-stopped' ? undefined : sinceMs(doubts.picture)
    const picture = camera ?? sinceMs(doubts.screen)
    const since = sound ?? picture
    if (since === undefined) return []
    const of = sound === undefined ? 'picture' : picture === undefined ? 'sound' : 'both'
    const id = `${seat} unconfirmed since ${since}`
    return [{ id, canBeDismissed: false, type: 'unconfirmed', of, name }]
  })
}

function hearingOfYou(facts: CallFacts): readonly CallNotice[] {
  const { nowMs } = facts
  const heard = whoHears(facts)
  if (heard.phase !== 'open') return []
  const late = heard.not.filter(
    (person) => notHearingForMs(person, nowMs) > NOT_HEARD_SHOWN_AFTER_MS,
  )
  if (late.length === 0) return []
  const longest = Math.max(...late.map((person) => notHearingForMs(person, nowMs)))
  return [
    {
      id: 'not-heard-by',
      canBeDismissed: false,
      type: 'not-heard-by',
      not: late.map(({ name }) => name),
      of: heard.of,
      forSeconds: Math.floor(longest / 1000),
      hasAsked: facts.you.hasAskedToWait,
    },
  ]
}

/** Whoever is held or out of reach has graver words. */
function listsApartOf(
  { people, sides, deskLists, standing }: CallFacts,
  lists: ListsApart,
): readonly CallNotice[] {
  const names = people
    .filter((person) => person.lists === lists && person.standing === 'agreed')
    .map(({ name }) => name)
  const desks = sides.filter(({ side }) => deskLists.get(side) === lists).map(({ name }) => name)
  if (names.length + desks.length === 0 || standing.phase !== 'in-call') return []
  const id = `lists ${lists}: ${[...names, '', ...desks].join('/')}`
  return [{ id, canBeDismissed: true, type: 'lists-apart', lists, names, desks }]
}

function oldKeysOf({ people, standing }: CallFacts): readonly CallNotice[] {
  const names = people.filter(({ isKeyOld }) => isKeyOld).map(({ name }) => name)
  if (names.length === 0 || people.length < 2 || standing.phase !== 'in-call') return []
  return [{ id: 'old-keys', canBeDismissed: true, type: 'old-keys', names }]
}

function incidentsOf(facts: CallFacts): readonly CallNotice[] {
  return facts.incidents
    .toSorted((a, b) => b.atMs - a.atMs)
    .flatMap((incident) => noticeOf(incident, facts))
}

function noticeOf(
  incident: Incident,
  { people, standing, nowMs }: CallFacts,
): readonly CallNotice[] {
  const { id, atMs } = incident
  const common = { id, canBeDismissed: true }
  const find = (seat: Person['seat']) => people.find((one) => one.seat === seat)
  switch (incident.type) {
    case 'refused':
      return [{ ...common, type: 'refused', code: incident.code, by: incident.by, atMs }]
    case 'removed': {
      const { seat, name, because, by } = incident
      const isRead = because === 'left' && nowMs - atMs > LEFT_SHOWN_FOR_MS
      if (isRead || find(seat)) return []
      return [{ ...common, type: 'removed', name, because, by }]
    }
    case 'company': {
      const { name, came, gone } = incident
      const isRead = nowMs - atMs > COMPANY_SHOWN_FOR_MS
      return isRead ? [] : [{ ...common, type: 'company', name, came, gone }]
    }
    case 'device-failed':
      return [{ ...common, type: 'device-failed', kind: incident.kind, why: incident.why }]
    case 'not-played': {
      const { seat, kind, code } = incident
      const person = find(seat)
      return person ? [{ ...common, type: 'not-played', name: person.name, kind, code }] : []
    }
    case 'foreign': {
      const person = find(incident.seat)
      const of = incident.of === 'sound' ? 'sound' : 'picture'
      return person ? [{ ...common, type: 'foreign', of, name: person.name }] : []
    }
    case 'text-missed':
      return [{ ...common, type: 'text-missed', name: incident.name }]
    case 'unsettled':
      return [{ ...common, type: 'unsettled' }]
    case 'not-entered':
      return standing.phase === 'joining' ? [{ ...common, type: 'not-entered' }] : []
    case 'browser-unfit':
      return []
  }
}

function notHearingForMs({ notHearingSinceMs }: Person, nowMs: number): number {
  return notHearingSinceMs === undefined ? 0 : nowMs - notHearingSinceMs
}

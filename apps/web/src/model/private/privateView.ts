import {
  hearsYou,
  whyNotPrivate,
  type Call,
  type Member,
  type PrivateEndedBy,
  type Voice,
  type WhyNotPrivate,
} from '@parley/call'
import type { NoCaucus } from '@parley/client'
import type { LeafIndex, SeatId } from '@parley/protocol'
import type { CallFacts, CallSide } from '../callFacts.ts'
import { MESSAGE_AT_MOST } from '../callScreenState.ts'

/** Whom one writes to. */
export type WriteTo = 'everyone' | 'own-side'

/** What this screen alone knows of private talk. */
export type PrivateScreen = {
  writeTo: WriteTo
  draft: string
  /** In which it is written; undefined until one is chosen. */
  language: string | undefined
  /** How many private messages were there when the list was last looked at. */
  read: number
}

/** As one comes in. */
export const PRIVATE_SCREEN_START: PrivateScreen = {
  writeTo: 'everyone',
  draft: '',
  language: undefined,
  read: 0,
}

/** Why one cannot speak privately now. */
export type PrivateUnavailable = NoCaucus | WhyNotPrivate

/** Whether somebody of one's own side hears what is said privately, by that device's own word in the caucus. */
export type PrivateHearing =
  | 'hears-you'
  | 'does-not-hear-you'
  | 'not-confirmed'
  | 'is-in'
  | 'left-out'
  | 'held'
  | 'not-in'
  | 'not-cleared'

/** One of one's own side, as the private room has them. */
export type PrivateRow = {
  seat: SeatId
  name: string
  office: string
  is: PrivateHearing
  isSpeaking: boolean
  /** For a whisper; nobody who is not in hears one. */
  leaf: LeafIndex | undefined
}

/** One's own private talk, as far as it has come. */
export type PrivateTalk = {
  is: 'none' | 'opening' | 'speaking' | 'ending'
  /** From before the gate opens until it is closed: the frame stands around the window. */
  isShown: boolean
  stays: boolean
  /** Who alone hears a whisper. */
  to: string | undefined
}

/** Everything that the screen shows of one's own side's room. */
export type PrivateView = {
  own: CallSide
  /** Names of the other sides, who hear nothing. */
  others: readonly string[]
  talk: PrivateTalk
  unavailable: PrivateUnavailable | undefined
  /** What ended the last talk, where it was not its holder. */
  endedBy: PrivateEndedBy | undefined
  rows: readonly PrivateRow[]
  /** Who of one's own side speaks privately now. */
  speaking: readonly string[]
  /** Who is in another plenary under the same name. */
  forked: readonly string[]
  writing: {
    to: WriteTo
    draft: string
    language: string | undefined
    readers: number
    canSend: boolean
  }
}

/** What it is derived from. */
export type PrivateFrom = {
  facts: CallFacts
  plenary: Call
  caucus: Call | undefined
  why: NoCaucus | undefined
  voice: Voice
  cleared: ReadonlySet<SeatId>
  forked: ReadonlySet<SeatId>
  screen: PrivateScreen
}

/** One's own side's room as data; undefined while one's side is not known. */
export function privateView(from: PrivateFrom): PrivateView | undefined {
  const { facts, plenary, caucus, why, voice, forked, screen } = from
  const own = facts.sides.find(({ isOwn }) => isOwn)
  if (!own) return undefined
  const members = othersIn(caucus)
  const nameOf = (seat: SeatId | undefined) =>
    facts.people.find((person) => person.seat === seat)?.name ?? ''
  const unavailable = why ?? (caucus ? whyNotPrivate({ plenary, caucus }) : 'joined-again')
  const readers = members.filter(({ heldFor }) => heldFor === undefined).length
  return {
    own,
    others: facts.sides.filter(({ isOwn }) => !isOwn).map(({ name }) => name),
    talk: talkOf(voice, (leaf) => nameOf(caucus?.members.get(leaf)?.seat)),
    unavailable,
    endedBy: endedByOf(voice),
    rows: rowsOf(from, own),
    speaking: members.filter(isSpeaking).map(({ seat }) => nameOf(seat)),
    forked: [...forked].map(nameOf),
    writing: {
      to: why ? 'everyone' : screen.writeTo,
      draft: screen.draft,
      language: screen.language ?? facts.you.languages[0],
      readers,
      canSend: screen.draft.trim() !== '' && screen.draft.length <= MESSAGE_AT_MOST,
    },
  }
}

/** Those of the caucus beside oneself. */
export function othersIn(caucus: Call | undefined): readonly Member[] {
  return [...(caucus?.members.values() ?? [])].filter(({ seat }) => seat !== caucus?.you.seat)
}

/** Whether this person's private voice is played here. */
export function isSpeaking({ microphone, heldFor }: Member): boolean {
  return heldFor === undefined && 'track' in microphone
}

function talkOf(voice: Voice, nameOf: (leaf: LeafIndex) => string): PrivateTalk {
  if (voice.phase === 'silent') return { is: 'none', isShown: false, stays: false, to: undefined }
  if (voice.phase === 'ending') return { is: 'ending', isShown: true, stays: false, to: undefined }
  const { phase, stays, begun } = voice
  return {
    is: phase === 'speaking' ? 'speaking' : 'opening',
    isShown: phase !== 'taking',
    stays,
    to: begun.to && nameOf(begun.to.leaf),
  }
}

/** Letting go is no news to whoever lets go. */
function endedByOf(voice: Voice): PrivateEndedBy | undefined {
  if (voice.phase !== 'silent' && voice.phase !== 'ending') return undefined
  return voice.endedBy === 'let-go' ? undefined : voice.endedBy
}

function rowsOf(from: PrivateFrom, own: CallSide): readonly PrivateRow[] {
  const { facts, caucus } = from
  const members = new Map(othersIn(caucus).map((member) => [member.seat, member]))
  return facts.people
    .filter(({ side, isYou }) => side === own.side && !isYou)
    .map(({ seat, name, office }) => {
      const member = members.get(seat)
      const is = hearingOf(seat, member, from)
      const isIn = member !== undefined && is !== 'held'
      return {
        seat,
        name,
        office,
        is,
        isSpeaking: member !== undefined && isSpeaking(member),
        leaf: isIn ? member.leaf : undefined,
      }
    })
}

function hearingOf(
  seat: SeatId,
  member: Member | undefined,
  { caucus, voice, cleared, facts }: PrivateFrom,
): PrivateHearing {
  if (!cleared.has(seat)) return 'not-cleared'
  if (!member || !caucus) return 'not-in'
  if (member.heldFor !== undefined) return 'held'
  if (voice.phase !== 'speaking') return 'is-in'
  const { to } = voice.begun
  if (to && to.leaf !== member.leaf) return 'left-out'
  const { hears } = hearsYou(member, { ...caucus, nowMs: facts.nowMs })
  if (hears === 'yes') return 'hears-you'
  return hears === 'no' ? 'does-not-hear-you' : 'not-confirmed'
}

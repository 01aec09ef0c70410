import type {
  Aim,
  Channel,
  ClosedBy,
  Companion,
  DeviceFailure,
  DoubtOf,
  DoubtsOf,
  EndedBy,
  Flow,
  HeldBack,
  JoinsAgainBy,
  Presence,
  RemovedBecause,
  RequestKind,
  TrackKind,
} from '@parley/call'
import type { AgendaPart, Role } from '@parley/seal'
import type { LeafIndex, SeatId, SideId, TrackNumber } from '@parley/protocol'
import type { HeldCode, VoidCode } from '@parley/group'
import type { ReceiveDrop } from '@parley/sframe'

/** Lists that lack something, or that have what those here lack. */
export type ListsApart = 'older' | 'newer'

/** A side as the agreed plan names it, in the order of the plan. */
export type CallSide = {
  side: SideId
  name: string
  /** Two letters of ISO 3166, or nothing: not every side is a state. */
  flag: string | undefined
  /** Hash of the seal, in hex: what the emblem is drawn from. */
  fingerprint: string
  /** 1 to 6: which of the six side colours. */
  place: number
  isOwn: boolean
  /** What the own desk says of this seal. */
  seal: 'own' | 'compared' | 'relied-on'
}

/** A moving picture. `media` is undefined while it is announced and not there yet. */
export type Picture = {
  number: TrackNumber
  media: MediaStreamTrack | undefined
  /** No frames come for now: the last one is not shown as if it were live. */
  isCovered: boolean
}

/** Somebody in the room, named by the agreed delegation and by nobody else. */
export type Person = {
  leaf: LeafIndex
  seat: SeatId
  side: SideId
  name: string
  office: string
  role: Role | undefined
  /** The best first. Those of an interpreter are what it can interpret into. */
  languages: readonly string[]
  isYou: boolean
  standing: 'agreed' | HeldCode
  /** It should have had a new key twice since it last had one. */
  isKeyOld: boolean
  /** Where this device's lists have been others than those here for longer than a list is on its way. */
  lists: ListsApart | undefined
  presence: Presence
  /** How sound and picture come in, from their frames. */
  flow: Flow
  /** What comes in and is not known to be of this person's device. */
  doubts: DoubtsOf
  microphone: 'open' | 'closed'
  /** What the open microphone interprets into: one of an interpreter's agreed languages; else it speaks to the floor. */
  into: string | undefined
  /** When the open microphone was heard to open, and its place among the openings of all. */
  opened: { atMs: number; order: number } | undefined
  /** The interpretation that this person listens to; undefined for the floor. */
  listens: Channel | undefined
  /** Since when, if it is not yes. From this person's own heartbeats, never from what was sent. */
  hearsYou: 'yes' | 'no' | 'not-heard-yet'
  notHearingSinceMs: number | undefined
  camera: Picture | undefined
  screen: Picture | undefined
  /** Who is in the room with this person, as that device declared it; undefined before. */
  company: readonly Companion[] | undefined
  /** How long this person's sound takes to be heard here, where that is late. */
  lateMs: number | undefined
  /** What everybody hears of this person: voice, and the sound of a shared screen. */
  audio: readonly MediaStreamTrack[]
  /** The voice of an interpreter, unless it speaks to the floor: heard by those who listen to its language. */
  interpretation: MediaStreamTrack | undefined
}

/** A seat of the agreed delegations that interprets in this room, whether somebody sits in it or not. */
export type InterpreterSeat = {
  seat: SeatId
  side: SideId
  name: string
  /** What it can interpret into. */
  languages: readonly string[]
}

/** A message of the room. The author's name is from the agreed delegation, also when the author has left. */
export type CallMessage = {
  id: string
  from: { seat: SeatId; name: string; side: SideId }
  text: string
  /** In which it was written, where its author said so. */
  language: string | undefined
  atMs: number
  state: 'received' | 'sending' | 'sent'
  /** In the order they came: those by seats that may translate it. */
  translations: readonly MessageTranslation[]
}

/** A message in another language. The translator's name is from the agreed delegation. */
export type MessageTranslation = {
  by: { seat: SeatId; name: string }
  language: string
  text: string
  atMs: number
  /** It took the place of one that said something else. */
  isChanged: boolean
  state: CallMessage['state']
}

/** A line that somebody writes, and shows as it is typed. */
export type TypedBy = { seat: SeatId; name: string; text: string }

/** A microphone, camera or speaker that the browser offers. */
export type Device = {
  id: string
  /** As people know it; empty where only the browser knows which one that is. */
  label: string
  /** Whatever the system uses now: the label says which that is. */
  isDefault: boolean
}

/** What was chosen, as the browser numbers it. */
export type ChosenDevices = Pick<Devices, 'camera' | 'microphone' | 'speaker'>

/** What can be chosen, and what is. */
export type Devices = {
  cameras: readonly Device[]
  microphones: readonly Device[]
  /** Empty where the browser does not let a page choose. */
  speakers: readonly Device[]
  camera: string
  microphone: string
  speaker: string
}

/** What closed the microphone last. */
export type MicrophoneClosedBy = 'start' | 'holder' | ClosedBy

/** One's own part of the call. */
export type You = {
  seat: SeatId
  role: Role | undefined
  /** Those of one's agreed seat, the best first. */
  languages: readonly string[]
  microphone:
    | { phase: 'opening' | 'open' | 'coughing'; aim?: Aim }
    | { phase: 'without-leaf' | 'closed' | 'closing'; by: MicrophoneClosedBy }
  /** Whom the microphone opens for, unless one says otherwise. */
  aim: Aim | undefined
  /** One's own sound before it is sealed. */
  voice: MediaStreamTrack | undefined
  camera: 'on' | 'starting' | 'off'
  /** Unavailable where the browser cannot share: phones. */
  screen: 'on' | 'off' | 'unavailable'
  /** Just now, and the others may have heard it. */
  hasAskedToWait: boolean
}

/** Somebody who asked the room to wait, because not everybody hears what is said. */
type AskingToWait = { seat: SeatId; name: string; atMs: number }

/** What an interpreter asks of whoever sits here. */
type Asking = { id: string; what: RequestKind; seat: SeatId; name: string; atMs: number }

/** Where one is between the green room and the end. */
export type Standing =
  | { phase: 'joining'; again: JoinsAgainBy | undefined }
  | { phase: 'not-fresh'; mustHear: 'own-side' | 'anyone' }
  | { phase: 'in-call' }
  | { phase: 'ended'; by: EndedBy }

/** What leads out. Media that is lost is shown after 3 s, as a dialog. */
type Connection = {
  serverLostSinceMs: number | undefined
  mediaLostSinceMs: number | undefined
  isReconnectingShown: boolean
}

/** Something that happened or lasts, and that whoever sits here has to know. */
export type Incident = { id: string; atMs: number } &
  /** By name where it was a member that signed it. */
  (
    | { type: 'refused'; code: VoidCode; by: string | undefined }
    | {
        type: 'removed'
        seat: SeatId
        name: string
        because: RemovedBecause
        by: string | undefined
      }
    | {
        type: 'company'
        seat: SeatId
        name: string
        came: readonly Companion[]
        gone: readonly Companion[]
      }
    | { type: 'text-missed'; name: string }
    | { type: 'device-failed'; kind: TrackKind; why: DeviceFailure }
    | { type: 'not-played'; seat: SeatId; kind: TrackKind; code: NotPlayedCode }
    | { type: 'foreign'; seat: SeatId; of: DoubtOf }
    | { type: 'browser-unfit'; why: 'no-transforms' | 'sends-unsealed' }
    | { type: 'unsettled' }
    | { type: 'not-entered' }
  )

/** Why what arrives is not played, where that is a trouble: the media server's own filler is none. */
export type NotPlayedCode = Exclude<ReceiveDrop, 'filler' | 'unbound'>

/** All that the call screen is told of the call. What it shows is derived from this, and from its own gestures. */
export type CallFacts = {
  title: string
  /** What the plan says of who else may be in the room; empty where it says nothing. */
  peopleInRoom: string
  /** As agreed. */
  agenda: readonly AgendaPart[]
  sides: readonly CallSide[]
  /** When each desk last said what its lists are, by its own clock. */
  deskSaidAtMs: ReadonlyMap<SideId, number>
  /** Desks whose lists are others than those here, for longer than a list is on its way. */
  deskLists: ReadonlyMap<SideId, ListsApart>
  /** Where one's own desk is rung, if its agreed delegation says so. */
  telephone: string | undefined
  /** In the order of their delegations, as signed. */
  people: readonly Person[]
  interpreters: readonly InterpreterSeat[]
  messages: readonly CallMessage[]
  typing: readonly TypedBy[]
  /** Each with the last time that counts. */
  askingToWait: readonly AskingToWait[]
  asking: readonly Asking[]
  you: You
  standing: Standing
  heldBack: HeldBack | undefined
  connection: Connection
  incidents: readonly Incident[]
  /** 30 digits over the membership, and its epoch; undefined while one is not in. */
  callCode: { digits: string; epoch: number } | undefined
  devices: Devices
  nowMs: number
}

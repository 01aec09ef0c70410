import type { LeafIndex, PublicKey, RoomId, SeatId, SideId } from '@parley/protocol'
import { NO_AGENDA_SAID, type AgendaSaid } from './agendaSaid.ts'
import type { HeardRequest } from './askedOfYou.ts'
import type { Doubts } from './doubts.ts'
import type { Duties } from './duty.ts'
import type { Flows } from './flow.ts'
import { NOTHING_OFFERED, type HandOver } from './handOver.ts'
import { NOTHING_DECLARED, type Company } from './company.ts'
import type { Heartbeat } from './heartbeat.ts'
import type { CallIncident } from './incidents.ts'
import type { Joining } from './joining.ts'
import { LINE_THERE, type Line } from './line.ts'
import type { Channel, Members } from './members.ts'
import type { Message } from './messages.ts'
import type { Microphone } from './microphone.ts'
import { NEVER_OPENED, type MicrophoneWord } from './microphoneWord.ts'
import type { Unjoinable } from './repair.ts'
import type { KeptFrames } from './notPlayed.ts'
import type { PartNow } from './parts/parts.ts'
import { NOTHING_CHOSEN, startPublishing, type Chosen, type Publishing } from './publishing.ts'
import type { OwnRequest } from './requests.ts'
import { NOTHING_MEASURED, type SoundWay } from './soundWay.ts'
import type { Translation } from './translations.ts'
import { NOBODY_TYPES, type TypedLines } from './typing.ts'
import { NOBODY_ASKED, type AskedToWait } from './askedToWait.ts'

/** Who sits at this window, and where. */
export type You = { seat: SeatId; side: SideId; room: RoomId; leafKey: PublicKey | undefined }

/** The whole of a call as one window knows it. Each part has its own file, events and phases. */
export type Call = {
  you: You
  joining: Joining
  members: Members
  microphone: Microphone
  /** What the others were last told of it. */
  microphoneWord: MicrophoneWord
  /** Since when one's own sound goes out, as of the last tick; undefined while it does not. */
  soundSinceMs: number | undefined
  /** Since when others can come in here, as of the last tick; undefined while they cannot. */
  receivingSinceMs: number | undefined
  /** How long sound is under way, as of the last tick. */
  soundWay: SoundWay
  flows: Flows
  keptFrames: KeptFrames
  /** What is not known to be of the device whose it is said to be. */
  doubts: Doubts
  incidents: readonly CallIncident[]
  messages: readonly Message[]
  translations: readonly Translation[]
  typing: TypedLines
  waiting: AskedToWait
  handOver: HandOver
  requests: readonly OwnRequest[]
  asked: readonly HeardRequest[]
  publishing: Publishing
  /** What one listens to; undefined while that is the floor. */
  listens: Channel | undefined
  company: Company
  /** One's own words about the agenda, as all heartbeats repeat them. */
  agenda: AgendaSaid
  /** The part in progress that every side agreed to; undefined before the first, and after the last. */
  part: PartNow | undefined
  line: Line
  heartbeat: Heartbeat | undefined
  duties: Duties
  /** Hash of the heads of the agreed documents that this window knows. */
  heads: string
  /** Since when it has known these. */
  headsSinceMs: number
  /** When this leaf last made a path of its own. */
  refreshedAtMs: number
  /** Set while nobody could join the epoch. */
  unjoinable: Unjoinable | undefined
}

/** A call in the green room. */
export function greenRoom(you: Omit<You, 'leafKey'>, chosen: Chosen = NOTHING_CHOSEN): Call {
  return {
    you: { ...you, leafKey: undefined },
    joining: { phase: 'green-room' },
    members: new Map(),
    microphone: { phase: 'without-leaf', by: 'start' },
    microphoneWord: NEVER_OPENED,
    soundSinceMs: undefined,
    receivingSinceMs: undefined,
    soundWay: NOTHING_MEASURED,
    flows: new Map(),
    keptFrames: new Map(),
    doubts: new Map(),
    incidents: [],
    messages: [],
    translations: [],
    typing: NOBODY_TYPES,
    waiting: NOBODY_ASKED,
    handOver: NOTHING_OFFERED,
    requests: [],
    asked: [],
    publishing: startPublishing(chosen),
    listens: undefined,
    company: NOTHING_DECLARED,
    agenda: NO_AGENDA_SAID,
    part: undefined,
    line: LINE_THERE,
    heartbeat: undefined,
    duties: new Map(),
    heads: '',
    headsSinceMs: 0,
    refreshedAtMs: 0,
    unjoinable: undefined,
  }
}

/** One's own leaf, while there is one. */
export function ownLeaf({ joining }: Call): LeafIndex | undefined {
  return 'leaf' in joining ? joining.leaf : undefined
}

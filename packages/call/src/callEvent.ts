import type { PublicKey } from '@parley/protocol'
import type { AgendaSaid } from './agendaSaid.ts'
import type { Call } from './callState.ts'
import type { DoubtEvent } from './doubts.ts'
import type { DutyEffect } from './duty.ts'
import type { FlowEvent } from './flow.ts'
import type { AskedOfYouEffect, AskedOfYouEvent } from './askedOfYou.ts'
import type { CoughEvent } from './cough.ts'
import type { HandOverEffect, HandOverEvent } from './handOver.ts'
import type { HeartbeatEffect } from './heartbeat.ts'
import type { IncidentEvent } from './incidents.ts'
import type { JoiningEffect, JoiningEvent } from './joining.ts'
import type { LineEvent } from './line.ts'
import type { Channel, Companion, MembersEvent } from './members.ts'
import type { MessagesEffect, MessagesEvent } from './messages.ts'
import type { MicrophoneEffect, MicrophoneEvent } from './microphone.ts'
import type { PartNow } from './parts/parts.ts'
import type { PublishingEvent } from './publishing.ts'
import type { RefreshEffect } from './refresh.ts'
import type { RepairEvent } from './repair.ts'
import type { RequestsEffect, RequestsEvent } from './requests.ts'
import type { SoundWayEvent } from './soundWay.ts'
import type { TranslationsEffect, TranslationsEvent } from './translations.ts'
import type { TypingEvent } from './typing.ts'
import type { AskedToWaitEffect, AskedToWaitEvent } from './askedToWait.ts'

/** All that can happen to a call. */
export type CallEvent =
  | (JoiningEvent & { leafKey?: PublicKey })
  | MembersEvent
  | MicrophoneEvent
  | MessagesEvent
  | TranslationsEvent
  | TypingEvent
  | PublishingEvent
  | LineEvent
  | FlowEvent
  | IncidentEvent
  | DoubtEvent
  | RepairEvent
  | AskedToWaitEvent
  | SoundWayEvent
  | AskedOfYouEvent
  | BoothEvent
  | { type: 'company-declared'; company: readonly Companion[] }
  | { type: 'agenda-said'; said: AgendaSaid }
  | { type: 'part-changed'; part: PartNow | undefined }
  | { type: 'heads-changed'; heads: string; atMs: number }
  | { type: 'channel-chosen'; channel: Channel | undefined }

/** What only an interpreter's device does something about: `stepInBooth`. */
export type BoothEvent = CoughEvent | HandOverEvent | RequestsEvent

/** All that a call asks of the world. */
export type CallEffect =
  | JoiningEffect
  | MicrophoneEffect
  | MessagesEffect
  | TranslationsEffect
  | AskedToWaitEffect
  | AskedOfYouEffect
  | HandOverEffect
  | RequestsEffect
  | HeartbeatEffect
  | DutyEffect
  | RefreshEffect

/** A call after an event, and what it asks of the world because of it. */
export type Step = readonly [Call, readonly CallEffect[]]

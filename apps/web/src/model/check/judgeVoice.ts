import { GOOD_BAND } from '../greenRoomLevel.ts'
import type { Hearing } from './hearing.ts'
import { humOf } from './hum.ts'

/** What to tell whoever speaks, the worst first where several hold. */
export type VoiceJudgement =
  /** The browser measures nothing before a page was clicked. */
  | { is: 'asleep' }
  /** The system or the device says that it is muted. */
  | { is: 'muted' }
  /** Not even noise came for a while: most often a switch on the device. */
  | { is: 'nothing' }
  | { is: 'clips' }
  | { is: 'hums'; mainsHz: 50 | 60 }
  /** What is heard between words is nearly as loud as the words. */
  | { is: 'noisy' }
  | { is: 'low' }
  | { is: 'loud' }
  | { is: 'good' }
  /** No voice yet, or not enough of it. */
  | { is: 'waiting' }

/** So long without even noise is no pause. Larger: one talks into a dead device. Smaller: a suppressor’s silence is blamed on a switch. */
const NOTHING_AFTER_MS = 6000

/** After words the device works, and a suppressor may well silence a listener. */
const NOTHING_AFTER_WORDS_MS = 15_000

/** Once may be a cough. */
const CLIPPED_LOOKS = 2

/** Of quiet, before what is in it is told. */
const QUIET_ENOUGH_MS = 1500

/** Of voice, before its level is told. */
const LEVEL_ENOUGH_MS = 800

/** So much louder than what lies between them, words are understood. Larger: an office is too loud. Smaller: a fan drowns the speaker unnoticed. */
const CLEAR_BY_DB = 15

/** A room louder than this leaves no space for a voice that stands out. */
const LOUD_ROOM_DBFS = -35

/** What a microphone’s past seconds say of it. */
export function judgeVoice(hearing: Hearing | undefined): VoiceJudgement {
  if (!hearing) return { is: 'waiting' }
  const { atMs, sinceMs, soundAtMs, voiceAtMs, voiceDbfs, floorDbfs, clippedAtMs } = hearing
  const nothingAfterMs = voiceAtMs === undefined ? NOTHING_AFTER_MS : NOTHING_AFTER_WORDS_MS
  if (atMs - (soundAtMs ?? sinceMs) >= nothingAfterMs) return { is: 'nothing' }
  if (clippedAtMs.length >= CLIPPED_LOOKS) return { is: 'clips' }
  const knowsRoom = hearing.quietMs >= QUIET_ENOUGH_MS
  const mainsHz = knowsRoom ? humOf(hearing.quietLow, hearing.binHz) : undefined
  if (mainsHz) return { is: 'hums', mainsHz }
  if (knowsRoom && floorDbfs >= LOUD_ROOM_DBFS) return { is: 'noisy' }
  if (voiceDbfs === undefined || hearing.voiceMs < LEVEL_ENOUGH_MS) return { is: 'waiting' }
  if (knowsRoom && voiceDbfs - floorDbfs < CLEAR_BY_DB) return { is: 'noisy' }
  if (voiceDbfs < GOOD_BAND.from) return { is: 'low' }
  return { is: voiceDbfs > GOOD_BAND.to ? 'loud' : 'good' }
}

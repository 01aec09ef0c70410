import type { EchoJudgement } from './echo.ts'
import type { FramingJudgement } from './judgeFraming.ts'
import type { LightJudgement } from './judgeLight.ts'
import type { LineJudgement } from './judgeLine.ts'
import type { VoiceJudgement } from './judgeVoice.ts'
import type { MediaRoute } from './mediaRoute.ts'
import type { VoiceBand } from './voiceBand.ts'

/** What the microphone is judged by what it gave so far; the band is undefined until there was enough voice. */
export type VoiceView = {
  judgement: VoiceJudgement
  band: VoiceBand | undefined
  /** An interpreter speaks: whoever listens, and whoever interprets from it, needs the whole band. */
  isInterpreters: boolean
}

/** One band of the spectrum: how strong, from 0 to 1, and whether a voice was in it. */
export type Bar = { height: number; isVoice: boolean }

/** What the camera shows: nothing while it is off. What is undefined is not known, and nothing is said of it. */
export type PictureView =
  | { phase: 'off' }
  | { phase: 'looking' }
  | { phase: 'seen'; light: LightJudgement; framing: FramingJudgement | undefined }

/** The line to the server, and the way of sound and picture once there is one. */
export type LineView = {
  answer:
    | { phase: 'measuring' }
    | { phase: 'away' }
    | { phase: 'there'; roundTripMs: number; is: LineJudgement }
  route: MediaRoute | undefined
}

/** The test of the speaker; `no-microphone` is when there was nothing to listen for an echo with. */
export type SpeakerTestView =
  | { phase: 'ready' }
  | { phase: 'playing' }
  | { phase: 'played'; isOnChosen: boolean; echo: EchoJudgement | 'no-microphone' }
  | { phase: 'failed' }

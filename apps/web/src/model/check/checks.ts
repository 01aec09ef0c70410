import type { Clock } from '@parley/call'
import type { ReadonlySignal } from '@preact/signals-core'
import { checkLine } from './checkLine.ts'
import { checkPicture } from './checkPicture.ts'
import { checkSpeaker } from './checkSpeaker.ts'
import { checkVoice } from './checkVoice.ts'
import type { Bar, LineView, PictureView, SpeakerTestView, VoiceView } from './checkView.ts'

/** What there is to check: what is open and chosen now, and the connections that media will use. */
export type CheckSources = {
  microphone: ReadonlySignal<MediaStreamTrack | undefined>
  camera: ReadonlySignal<MediaStreamTrack | undefined>
  speaker: ReadonlySignal<string>
  connections: Iterable<RTCPeerConnection>
  clock: Clock
}

/** All that the green room measures. Disposing ends it; tracks and connections stay as they are. */
export type Checks = Disposable & {
  readonly voice: ReadonlySignal<VoiceView>
  readonly bars: ReadonlySignal<readonly Bar[]>
  readonly picture: ReadonlySignal<PictureView>
  readonly line: ReadonlySignal<LineView>
  readonly speakerTest: ReadonlySignal<SpeakerTestView>
  readonly playChime: () => void
}

/** Begins to measure. */
export function startChecks({
  microphone,
  camera,
  speaker,
  connections,
  clock,
}: CheckSources): Checks {
  const parts = new DisposableStack()
  const speakerCheck = parts.use(checkSpeaker(speaker, clock))
  const voiceCheck = parts.use(checkVoice(microphone, speakerCheck.take))
  const pictureCheck = parts.use(checkPicture(camera))
  const lineCheck = parts.use(checkLine(connections, clock))
  return {
    voice: voiceCheck.view,
    bars: voiceCheck.bars,
    picture: pictureCheck.view,
    line: lineCheck.view,
    speakerTest: speakerCheck.view,
    playChime: speakerCheck.play,
    [Symbol.dispose]: () => parts.dispose(),
  }
}

import type { Clock } from '@parley/call'
import type { Role } from '@parley/seal'
import { signal, type ReadonlySignal } from '@preact/signals-core'
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
  role: Role | undefined
  /** Whether nothing is taken out of a principal's voice, and a way to have it so. */
  whole: { isOn: () => boolean; set: (isOn: boolean) => void }
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
  /** Whether nothing is taken out of a principal's voice; undefined for whom that is not to be chosen. */
  readonly whole:
    | { readonly isOn: ReadonlySignal<boolean>; readonly set: (isOn: boolean) => void }
    | undefined
}

/** Begins to measure. */
export function startChecks({
  microphone,
  camera,
  speaker,
  connections,
  role,
  whole,
  clock,
}: CheckSources): Checks {
  const parts = new DisposableStack()
  const speakerCheck = parts.use(checkSpeaker(speaker, clock))
  const isInterpreters = role === 'interpreter'
  const { take } = speakerCheck
  const voiceCheck = parts.use(checkVoice({ microphone, take, isInterpreters }))
  const pictureCheck = parts.use(checkPicture(camera))
  const lineCheck = parts.use(checkLine(connections, clock))
  return {
    voice: voiceCheck.view,
    bars: voiceCheck.bars,
    picture: pictureCheck.view,
    line: lineCheck.view,
    speakerTest: speakerCheck.view,
    playChime: speakerCheck.play,
    whole: role === 'principal' ? followed(whole) : undefined,
    [Symbol.dispose]: () => parts.dispose(),
  }
}

function followed(whole: CheckSources['whole']): NonNullable<Checks['whole']> {
  const isOn = signal(whole.isOn())
  const set = (isWhole: boolean): void => {
    whole.set(isWhole)
    isOn.value = isWhole
  }
  return { isOn, set }
}

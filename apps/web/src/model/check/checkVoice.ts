import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core'
import { lookAtSound, type SoundSource } from '../../adapters/check/lookAtSound.ts'
import type { Bar, VoiceView } from './checkView.ts'
import { Distinct } from './distinct.ts'
import { stepHearing, type Hearing } from './hearing.ts'
import { judgeVoice, type VoiceJudgement } from './judgeVoice.ts'
import { readSound, type SoundLook } from './readSound.ts'
import { BANDS } from './soundBands.ts'
import { voiceBandOf, voicedBands } from './voiceBand.ts'

/** The scale of the bars, in dB of the spectrum: what is below is nothing to see, speech reaches the upper end. */
const BARS_FROM_DB = -115
const BARS_TO_DB = -30

/** Two figures of a frequency are enough, and it does not flicker. */
const FIGURES = 2

/** A microphone as it is heard, judged. */
export type VoiceCheck = Disposable & {
  readonly view: ReadonlySignal<VoiceView>
  readonly bars: ReadonlySignal<readonly Bar[]>
}

/** Judges a microphone for as long as it is open, anew for each. */
export function checkVoice({
  microphone,
  take,
  isInterpreters,
}: {
  microphone: ReadonlySignal<MediaStreamTrack | undefined>
  /** A look that this takes is for something else: what is played here is no voice. */
  take: (look: SoundLook) => boolean
  isInterpreters: boolean
}): VoiceCheck {
  const view = new Distinct<VoiceView>({
    judgement: { is: 'waiting' },
    band: undefined,
    isInterpreters,
  })
  const heard = signal<Hearing | undefined>(undefined)
  const bars = computed(() => barsOf(heard.value))
  const stop = effect(() => {
    const track = microphone.value
    if (!track) return undefined
    let hearing: Hearing | undefined
    let source: SoundSource = 'there'
    const tell = () =>
      view.set({
        judgement: judge(hearing, source),
        band: hearing && rounded(voiceBandOf(hearing)),
        isInterpreters,
      })
    heard.value = undefined
    const looking = lookAtSound(track, {
      onLook: (look) => {
        if (take(look)) return
        hearing = stepHearing(hearing, readSound(look))
        heard.value = hearing
        tell()
      },
      onSource: (now) => {
        source = now
        tell()
      },
    })
    return () => looking[Symbol.dispose]()
  })
  return { view: view.signal, bars, [Symbol.dispose]: stop }
}

function judge(hearing: Hearing | undefined, source: SoundSource): VoiceJudgement {
  return source === 'there' ? judgeVoice(hearing) : { is: source }
}

function rounded(band: ReturnType<typeof voiceBandOf>): ReturnType<typeof voiceBandOf> {
  if (!band) return undefined
  const { fromHz, toHz, is } = band
  return {
    fromHz: Number(fromHz.toPrecision(FIGURES)),
    toHz: Number(toHz.toPrecision(FIGURES)),
    is,
  }
}

function barsOf(hearing: Hearing | undefined): readonly Bar[] {
  const voiced = hearing && voicedBands(hearing)
  return Array.from({ length: BANDS }, (_, band) => {
    const decibels = Math.max(
      hearing?.voiceBands[band] ?? BARS_FROM_DB,
      hearing?.quietBands[band] ?? BARS_FROM_DB,
    )
    const height = (decibels - BARS_FROM_DB) / (BARS_TO_DB - BARS_FROM_DB)
    return { height: Math.max(0, Math.min(1, height)), isVoice: voiced?.[band] === true }
  })
}

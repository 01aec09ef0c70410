import type { Clock } from '@parley/call'
import { signal, type ReadonlySignal } from '@preact/signals-core'
import { playSound } from '../../adapters/check/playSound.ts'
import type { SpeakerTestView } from './checkView.ts'
import { chimeSamples } from './chime.ts'
import { judgeEcho, LISTEN_MS, notesIn, type NotesHeard } from './echo.ts'
import type { SoundLook } from './readSound.ts'

/** Fewer looks than this and the microphone was not there for the whole of it. */
const LOOKS_ENOUGH = 12

/** Plays a chime on the speaker, and listens for it with the microphone. */
export type SpeakerCheck = Disposable & {
  readonly view: ReadonlySignal<SpeakerTestView>
  readonly play: () => void
  /** Takes a look at the sound while it listens; false at other times. */
  readonly take: (look: SoundLook) => boolean
}

/** Another speaker makes what was found of the one before void. */
export function checkSpeaker(speaker: ReadonlySignal<string>, clock: Clock): SpeakerCheck {
  const view = signal<SpeakerTestView>({ phase: 'ready' })
  let heard: NotesHeard[] = []
  let sinceMs: number | undefined
  let waiting: Disposable | undefined
  const stop = speaker.subscribe(() => (view.value = { phase: 'ready' }))
  const finish = (isOnChosen: boolean): void => {
    sinceMs = undefined
    if (view.value.phase !== 'playing') return
    const echo = heard.length < LOOKS_ENOUGH ? 'no-microphone' : judgeEcho(heard)
    view.value = { phase: 'played', isOnChosen, echo }
  }
  const play = async (): Promise<void> => {
    if (sinceMs !== undefined) return
    view.value = { phase: 'playing' }
    heard = []
    sinceMs = performance.now()
    try {
      const { isOnChosen } = await playSound(speaker.value, chimeSamples)
      sinceMs = performance.now()
      waiting = clock.after(LISTEN_MS, () => finish(isOnChosen))
    } catch {
      sinceMs = undefined
      view.value = { phase: 'failed' }
    }
  }
  return {
    view,
    play: () => void play(),
    take: ({ spectrum, sampleRate, atMs }) => {
      if (sinceMs === undefined) return false
      heard.push({ sinceMs: atMs - sinceMs, amplitudes: notesIn(spectrum, sampleRate) })
      return true
    },
    [Symbol.dispose]() {
      waiting?.[Symbol.dispose]()
      stop()
    },
  }
}

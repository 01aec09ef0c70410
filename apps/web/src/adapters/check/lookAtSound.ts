import type { SoundLook } from '../../model/check/readSound.ts'
import { onBeat } from '../beat.ts'

/** A sixth of a second at 48 kHz: looks overlap, and mains hum shows bin by bin. */
const SAMPLES = 8192

/** It plays nothing, and hears as much as Opus sends. */
const HEARS_ALL = {
  latencyHint: 'playback',
  sinkId: { type: 'none' },
  sampleRate: 48_000,
} as const

/** Whether there is anything to look at: the browser is silent before a click, the system may mute a microphone. */
export type SoundSource = 'there' | 'asleep' | 'muted'

/** Looks at the sound of a microphone ten times a second; plays nothing. Disposing ends it, and leaves the track alone. */
export function lookAtSound(
  track: MediaStreamTrack,
  {
    onLook,
    onSource,
  }: { onLook: (look: SoundLook) => void; onSource: (source: SoundSource) => void },
): Disposable {
  const context = new AudioContext(HEARS_ALL)
  const analyser = new AnalyserNode(context, { fftSize: SAMPLES, smoothingTimeConstant: 0 })
  context.createMediaStreamSource(new MediaStream([track])).connect(analyser)
  const samples = new Float32Array(SAMPLES)
  const spectrum = new Float32Array(analyser.frequencyBinCount)
  const ending = new AbortController()
  const { signal } = ending
  const wake = (): void => void context.resume().catch(() => undefined)
  const tell = (): void => {
    const isAsleep = context.state !== 'running'
    onSource(track.muted ? 'muted' : isAsleep ? 'asleep' : 'there')
  }
  context.addEventListener('statechange', tell, { signal })
  for (const change of ['mute', 'unmute']) track.addEventListener(change, tell, { signal })
  for (const gesture of ['pointerdown', 'keydown'])
    document.addEventListener(gesture, wake, { signal })
  const looking = onBeat(() => {
    if (context.state !== 'running' || track.muted) return
    analyser.getFloatTimeDomainData(samples)
    analyser.getFloatFrequencyData(spectrum)
    onLook({ samples, spectrum, sampleRate: context.sampleRate, atMs: performance.now() })
  })
  tell()
  wake()
  return {
    [Symbol.dispose]() {
      looking[Symbol.dispose]()
      ending.abort()
      void context.close()
    },
  }
}

import type { Page } from '@playwright/test'
import { pilotHz, powerAt } from './tone.ts'

/** Which of `people` a page plays in one stretch of sound, by the clock of the machine. */
export type Stretch = { atMs: number; people: readonly number[] }

/** Louder than that at its tone, somebody is heard: a thirtieth of how loud the tones are. */
const HEARD = 1e-5

/** What a page plays while something is done, in stretches of 85 ms: each element at its own volume, as ears have it. */
export async function listenWhile(
  page: Page,
  people: readonly number[],
  deed: () => Promise<unknown>,
): Promise<readonly Stretch[]> {
  await using recording = await page.evaluateHandle(record)
  await deed()
  const { rate, pieces } = await recording.evaluate((running) => running.stop())
  return pieces.map(({ atMs, data }) => {
    const samples = new Float32Array(Uint8Array.fromBase64(data).buffer)
    const isHeard = (person: number) => powerAt(samples, pilotHz(person), rate) > HEARD
    return { atMs, people: people.filter(isHeard) }
  })
}

type Recorded = { rate: number; pieces: { atMs: number; data: string }[] }

/** Runs in the page. */
async function record(): Promise<{ stop: () => Promise<Recorded> }> {
  const context = new AudioContext()
  await context.resume()
  const pieceS = 4096 / context.sampleRate
  const mixed = new Map<number, { atMs: number; samples: Float32Array }>()
  /** With the nodes that hear it, which are kept as long. */
  const known = new Map<MediaStreamTrack, readonly AudioNode[]>()
  const follow = (): void => {
    for (const { srcObject } of document.querySelectorAll('audio')) {
      const [track] = srcObject instanceof MediaStream ? srcObject.getAudioTracks() : []
      if (!track || known.has(track)) continue
      const source = context.createMediaStreamSource(new MediaStream([track]))
      const recorder = context.createScriptProcessor(4096, 1, 1)
      recorder.addEventListener('audioprocess', (event) => {
        const place = Math.round(event.playbackTime / pieceS)
        // By whichever element plays it now: it may be another than the one that it was met in.
        const volumes = [...document.querySelectorAll('audio')].map((element) => {
          const isItsOwn =
            element.srcObject instanceof MediaStream &&
            element.srcObject.getTracks().includes(track)
          return isItsOwn && !element.muted ? element.volume : 0
        })
        const volume = Math.max(0, ...volumes)
        // By the clock of the sound: a busy page hears of it later.
        const lateMs = (context.currentTime - event.playbackTime + pieceS) * 1000
        const piece = mixed.get(place) ?? {
          atMs: Date.now() - lateMs,
          samples: new Float32Array(4096),
        }
        for (const [at, sample] of event.inputBuffer.getChannelData(0).entries())
          piece.samples[at] = (piece.samples[at] ?? 0) + volume * sample
        mixed.set(place, piece)
      })
      source.connect(recorder).connect(context.destination)
      known.set(track, [source, recorder])
    }
  }
  const timer = setInterval(follow, 20)
  follow()
  return {
    stop: async () => {
      clearInterval(timer)
      const { sampleRate: rate, currentTime: endS } = context
      // A busy page is told of what it played a while later.
      const untilMs = performance.now() + 5000
      const isTold = () => Math.max(...mixed.keys()) * pieceS >= endS
      while (!isTold() && performance.now() < untilMs)
        await new Promise((resolve) => setTimeout(resolve, 50))
      await context.close()
      const pieces = [...mixed.values()].map(({ atMs, samples }) => ({
        atMs,
        data: new Uint8Array(samples.buffer).toBase64(),
      }))
      return { rate, pieces }
    },
  }
}

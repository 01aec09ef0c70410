import type { Page } from '@playwright/test'
import { pilotHz, powerAt } from './tone.ts'

/** Which of `people` a page plays in one stretch of sound, by the clock of the machine. */
export type Stretch = { atMs: number; people: readonly number[] }

/** Louder than that at its tone, somebody is heard: a thirtieth of how loud the tones are. */
const HEARD = 1e-5

/** What a page plays from now on, in stretches of 85 ms: each element at its own volume, as ears have it. */
export async function listenFor(
  page: Page,
  { seconds, people }: { seconds: number; people: readonly number[] },
): Promise<readonly Stretch[]> {
  const { rate, pieces } = await page.evaluate(record, seconds)
  const stretches = Map.groupBy(pieces, ({ place }) => place)
  return [...stretches.values()].map((together) => ({
    atMs: together[0]?.atMs ?? 0,
    people: people.filter((person) =>
      together.some(({ data, volume }) => {
        const samples = new Float32Array(Uint8Array.fromBase64(data).buffer)
        return powerAt(samples, pilotHz(person), rate) * volume ** 2 > HEARD
      }),
    ),
  }))
}

type Piece = { place: number; atMs: number; volume: number; data: string }

/** Runs in the page. */
async function record(seconds: number): Promise<{ rate: number; pieces: Piece[] }> {
  const context = new AudioContext()
  await context.resume()
  const pieces: Piece[] = []
  const startedMs = Date.now()
  const known = new Set<MediaStreamTrack>()
  const follow = (): void => {
    for (const element of document.querySelectorAll('audio')) {
      const { srcObject } = element
      const [track] = srcObject instanceof MediaStream ? srcObject.getAudioTracks() : []
      if (!track || known.has(track)) continue
      known.add(track)
      const source = context.createMediaStreamSource(new MediaStream([track]))
      const recorder = context.createScriptProcessor(4096, 1, 1)
      recorder.addEventListener('audioprocess', (event) => {
        const samples = new Float32Array(event.inputBuffer.getChannelData(0))
        const place = Math.round(event.playbackTime / (4096 / context.sampleRate))
        const volume = element.muted ? 0 : element.volume
        const data = new Uint8Array(samples.buffer).toBase64()
        // By the clock of the sound: a busy page hears of it later.
        const lateMs = (context.currentTime - event.playbackTime + 4096 / context.sampleRate) * 1000
        pieces.push({ place, atMs: Date.now() - lateMs, volume, data })
      })
      source.connect(recorder).connect(context.destination)
    }
  }
  const timer = setInterval(follow, 20)
  follow()
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000 - (Date.now() - startedMs)))
  clearInterval(timer)
  const { sampleRate: rate } = context
  await context.close()
  return { rate, pieces }
}

import type { Page } from '@playwright/test'
import './playedOut.ts'
import { peopleHeard, pilotHz, powerAt } from './tone.ts'

/** Who of `people` is heard in a page within the next second: from the sound itself, of what plays and is not muted. */
export async function peopleHeardIn(page: Page, people: readonly number[]): Promise<number[]> {
  const sounds = await page.evaluate(listen)
  const heard = sounds.flatMap(({ data, rate }) =>
    peopleHeard(new Float32Array(Uint8Array.fromBase64(data).buffer), rate, people),
  )
  return [...new Set(heard)].toSorted((a, b) => a - b)
}

/**
 * How loud each of `people` is played in a page within the next second, as the amplitude of their tone and
 * with the volume of its element; 0 for whoever is not heard.
 */
export async function loudnessIn(
  page: Page,
  people: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const sounds = await page.evaluate(listen)
  const loud = new Map(people.map((person) => [person, 0]))
  for (const { data, rate, volume } of sounds) {
    const samples = new Float32Array(Uint8Array.fromBase64(data).buffer)
    for (const person of peopleHeard(samples, rate, people)) {
      const amplitude = 2 * Math.sqrt(powerAt(samples, pilotHz(person), rate))
      loud.set(person, (loud.get(person) ?? 0) + volume * amplitude)
    }
  }
  return loud
}

/** At which part of its loudness the page plays each of `people` within the next second, by whose tone it is; nothing for whoever is not heard. */
export async function volumesIn(
  page: Page,
  people: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const sounds = await page.evaluate(listen)
  return new Map(
    sounds.flatMap(({ data, rate, volume }) => {
      const samples = new Float32Array(Uint8Array.fromBase64(data).buffer)
      return peopleHeard(samples, rate, people).map((person) => [person, volume] as const)
    }),
  )
}

/** The same of the loudest of three stretches: a tone swells, and a microphone sets its own gain meanwhile. */
export async function loudestIn(
  page: Page,
  people: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const loudest = new Map(people.map((person) => [person, 0]))
  for (let stretch = 0; stretch < 3; stretch += 1)
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (const [person, loud] of await loudnessIn(page, people))
      loudest.set(person, Math.max(loud, loudest.get(person) ?? 0))
  return loudest
}

/** What an element plays, in one stretch. */
export type Played = { track: string; samples: Float32Array; rate: number }

/** What each element of a page plays within the next second, that is not muted, by the name of its track. */
export async function soundsPlayedIn(page: Page): Promise<Played[]> {
  const sounds = await page.evaluate(listen)
  return sounds.map(({ track, data, rate }) => {
    return { track, rate, samples: new Float32Array(Uint8Array.fromBase64(data).buffer) }
  })
}

/** Runs in the page: a stretch of 32,768 samples of each stream that an element plays, and of what the page mixes itself. */
async function listen(): Promise<{ track: string; data: string; rate: number; volume: number }[]> {
  const elements = [...document.querySelectorAll<HTMLMediaElement>('audio, video')]
  const playing = elements
    .filter((element) => !element.muted && !element.paused && element.volume > 0)
    .flatMap((element) => {
      const stream = element.srcObject
      const hasSound = stream instanceof MediaStream && stream.getAudioTracks().length > 0
      return hasSound ? [{ volume: element.volume, stream }] : []
    })
  for (const { context, stream } of window.playedOut ?? [])
    if (context.state === 'running') playing.push({ volume: 1, stream })
  const context = new AudioContext()
  await context.resume()
  const analysers = playing.map(({ stream }) => {
    const analyser = new AnalyserNode(context, { fftSize: 32_768 })
    context.createMediaStreamSource(stream).connect(analyser)
    return analyser
  })
  const until = context.currentTime + 32_768 / context.sampleRate + 0.1
  await new Promise<void>((resolve) => {
    const look = () => (context.currentTime >= until ? resolve() : requestAnimationFrame(look))
    look()
  })
  const sounds = analysers.map((analyser, place) => {
    const samples = new Float32Array(analyser.fftSize)
    analyser.getFloatTimeDomainData(samples)
    const volume = playing[place]?.volume ?? 0
    const data = new Uint8Array(samples.buffer).toBase64()
    const [{ id: track } = { id: '' }] = playing[place]?.stream.getAudioTracks() ?? []
    return { track, data, rate: context.sampleRate, volume }
  })
  await context.close()
  return sounds
}

import type { Page } from '@playwright/test'
import { peopleHeard } from './tone.ts'

/** Who of `people` is heard in a page within the next second: from the sound itself, of what plays and is not muted. */
export async function peopleHeardIn(page: Page, people: readonly number[]): Promise<number[]> {
  const sounds = await page.evaluate(listen)
  const heard = sounds.flatMap(({ data, rate }) =>
    peopleHeard(new Float32Array(Uint8Array.fromBase64(data).buffer), rate, people),
  )
  return [...new Set(heard)].toSorted((a, b) => a - b)
}

/** Runs in the page: a stretch of 32,768 samples of each stream that an element plays. */
async function listen(): Promise<{ data: string; rate: number }[]> {
  const elements = [...document.querySelectorAll<HTMLMediaElement>('audio, video')]
  const streams = elements
    .filter((element) => !element.muted && !element.paused && element.volume > 0)
    .map((element) => element.srcObject)
    .filter((source) => source instanceof MediaStream)
    .filter((stream) => stream.getAudioTracks().length > 0)
  const context = new AudioContext()
  await context.resume()
  const analysers = streams.map((stream) => {
    const analyser = new AnalyserNode(context, { fftSize: 32_768 })
    context.createMediaStreamSource(stream).connect(analyser)
    return analyser
  })
  const until = context.currentTime + 32_768 / context.sampleRate + 0.1
  await new Promise<void>((resolve) => {
    const look = () => (context.currentTime >= until ? resolve() : requestAnimationFrame(look))
    look()
  })
  const sounds = analysers.map((analyser) => {
    const samples = new Float32Array(analyser.fftSize)
    analyser.getFloatTimeDomainData(samples)
    return { data: new Uint8Array(samples.buffer).toBase64(), rate: context.sampleRate }
  })
  await context.close()
  return sounds
}

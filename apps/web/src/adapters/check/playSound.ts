import { chooseSpeaker } from '../chooseSpeaker.ts'

/** A sound that has begun. */
export type PlayedSound = {
  /** False: the chosen speaker could not be used, and the system's own plays. */
  isOnChosen: boolean
  /** Resolves when it is over. */
  ended: Promise<void>
}

/** Plays a sound made in code, out of the same kind of element as the call. Rejects where the browser does not let it. */
export async function playSound(
  speaker: string,
  samplesAt: (sampleRate: number) => Float32Array<ArrayBuffer>,
): Promise<PlayedSound> {
  const context = new AudioContext()
  const audio = new Audio()
  try {
    await context.resume()
    const samples = samplesAt(context.sampleRate)
    const buffer = new AudioBuffer({ length: samples.length, sampleRate: context.sampleRate })
    buffer.copyToChannel(samples, 0)
    const source = new AudioBufferSourceNode(context, { buffer })
    const out = context.createMediaStreamDestination()
    source.connect(out)
    audio.srcObject = out.stream
    const isOnChosen = await chooseSpeaker(audio, speaker)
    await audio.play()
    const { promise, resolve } = Promise.withResolvers<void>()
    source.addEventListener('ended', () => {
      audio.srcObject = null
      resolve(context.close())
    })
    source.start()
    return { isOnChosen, ended: promise }
  } catch (cause) {
    await context.close()
    throw cause
  }
}

import { ffmpeg, onceMade } from './make.ts'

const SECONDS = 8

/** Of each tone: nine at once stay under an interpreter's limiter. */
const AMPLITUDE = 0.03

/** A microphone with these tones, equally loud, which swell together twice a second. */
export function tonesMicrophone(hertz: readonly number[]): Promise<string> {
  // By these phases their peaks do not fall together.
  const tone = (hz: number, place: number) =>
    `${AMPLITUDE}*sin(2*PI*${hz}*t+${((Math.PI * place ** 2) / hertz.length).toFixed(3)})`
  const sum = `(${hertz.map(tone).join('+')})*(1-cos(4*PI*t))/2`
  return onceMade(`tones-${hertz.join('-')}.wav`, (path) =>
    ffmpeg(['-f', 'lavfi', '-i', `aevalsrc=${sum}:s=48000:d=${SECONDS}`, ...AS_WAV, path]),
  )
}

/**
 * A microphone with hissed syllables and pauses between them, in a quiet room, that gives nothing above half
 * of the rate at which it is sampled: 16,000 is a headset without a cable.
 */
export function syllablesMicrophone(sampleRate: number): Promise<string> {
  const mouth = "volume=volume='max(0,sin(2*PI*1.5*t))':eval=frame"
  const voice = `anoisesrc=c=pink:r=48000:a=0.5:seed=7,${mouth}`
  const room = 'anoisesrc=c=white:r=48000:a=0.0005:seed=8'
  const sampled = `[0][1]amix=normalize=0,aresample=${sampleRate},aresample=48000`
  const from = [voice, room].flatMap((source) => ['-f', 'lavfi', '-t', `${SECONDS}`, '-i', source])
  return onceMade(`syllables-${sampleRate}.wav`, (path) =>
    ffmpeg([...from, '-filter_complex', sampled, ...AS_WAV, path]),
  )
}

const AS_WAV = ['-ac', '1', '-ar', '48000', '-f', 'wav']

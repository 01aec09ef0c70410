import { SAMPLE_RATE } from '@parley/release'

/** Samples of one channel and 48 kHz as a file that every browser plays. */
export function waveOf(sounds: readonly Float32Array[]): Blob {
  const length = sounds.reduce((sum, sound) => sum + sound.length, 0) * 2
  const head = new DataView(new ArrayBuffer(44))
  const write = (at: number, text: string) =>
    new TextEncoder().encode(text).forEach((byte, place) => head.setUint8(at + place, byte))
  write(0, 'RIFF')
  head.setUint32(4, 36 + length, true)
  write(8, 'WAVEfmt ')
  head.setUint32(16, 16, true)
  head.setUint16(20, 1, true)
  head.setUint16(22, 1, true)
  head.setUint32(24, SAMPLE_RATE, true)
  head.setUint32(28, SAMPLE_RATE * 2, true)
  head.setUint16(32, 2, true)
  head.setUint16(34, 16, true)
  write(36, 'data')
  head.setUint32(40, length, true)
  return new Blob([head, ...sounds.map(wholeNumbersOf)], { type: 'audio/wav' })
}

function wholeNumbersOf(sound: Float32Array): Int16Array<ArrayBuffer> {
  return Int16Array.from(sound, (sample) => Math.round(Math.max(-1, Math.min(1, sample)) * 32_767))
}

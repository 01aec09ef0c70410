import { PICTURE, PICTURES_A_SECOND, SAMPLE_RATE } from '@parley/release'
import { canEncodeVideo, canEncodeAudio } from 'mediabunny'
import type { MakingLack } from '../messages.ts'

/** What this browser lacks to make a clip; nothing where it can. */
export async function lackOf(): Promise<MakingLack | undefined> {
  if (typeof VideoDecoder !== 'function' || typeof AudioDecoder !== 'function') return 'no-codecs'
  if (typeof VideoEncoder !== 'function' || typeof AudioEncoder !== 'function') return 'no-codecs'
  if (!(await VideoDecoder.isConfigSupported({ codec: 'vp8' })).supported) return 'no-vp8'
  const opus = { codec: 'opus', sampleRate: SAMPLE_RATE, numberOfChannels: 1 }
  if (!(await AudioDecoder.isConfigSupported(opus)).supported) return 'no-opus'
  if (!(await canEncodeAudio('opus', { ...opus, bitrate: 96_000 }))) return 'no-opus'
  if (!(await canEncodeVideo('avc', { ...PICTURE, frameRate: PICTURES_A_SECOND }))) return 'no-h264'
  return 'createSyncAccessHandle' in FileSystemFileHandle.prototype ? undefined : 'no-storage'
}

/** With what the second file is made: VP9 where that can be encoded, else VP8. */
export async function codecBeside(): Promise<'vp9' | 'vp8'> {
  return (await canEncodeVideo('vp9', PICTURE)) ? 'vp9' : 'vp8'
}

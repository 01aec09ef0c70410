import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Recording } from '@parley/release/recordings'
import {
  BufferTarget,
  EncodedAudioPacketSource,
  EncodedPacket,
  EncodedVideoPacketSource,
  Output,
  WebMOutputFormat,
} from 'mediabunny'

/** What a player makes of one track: its pictures, or its seconds of sound, and what it complained of. */
export type Played = { frames: number; pictures: number; seconds: number; errors: string }

/** Has another program decode all of a track, from its first frame to its last: FFmpeg, of a WebM of these very frames. */
export async function play(recording: Recording, track: number): Promise<Played> {
  const { file, frames, isPicture } = await webmOf(recording, track)
  const asItIs = ['-fps_mode', 'passthrough', '-enc_time_base', '1:1000']
  // Sound is as long as its samples are: frames that came in a burst lie closer than they were made.
  const bySamples = ['-af', 'asetpts=N/SR/TB']
  const how = isPicture ? asItIs : bySamples
  const args = ['-v', 'error', '-i', 'pipe:0', ...how, '-f', 'null', '-progress', 'pipe:1', '-']
  const ffmpeg = spawn('ffmpeg', args)
  let [progress, errors] = ['', '']
  ffmpeg.stdout.on('data', (text: Buffer) => (progress += text.toString()))
  ffmpeg.stderr.on('data', (text: Buffer) => (errors += text.toString()))
  ffmpeg.stdin.end(file)
  await once(ffmpeg, 'close')
  const last = (name: string) => progress.split('\n').findLast((line) => line.startsWith(name))
  return {
    frames,
    pictures: Number(last('frame=')?.slice(6) ?? 0),
    seconds: Number(last('out_time_us=')?.slice(12) ?? 0) / 1e6,
    errors,
  }
}

async function webmOf(recording: Recording, track: number) {
  const target = new BufferTarget()
  const output = new Output({ format: new WebMOutputFormat(), target })
  const isPicture = recording.tracks.find((one) => one.track === track)?.kind === 'picture'
  const picture = new EncodedVideoPacketSource('vp8')
  const sound = new EncodedAudioPacketSource('opus')
  if (isPicture) output.addVideoTrack(picture)
  else output.addAudioTrack(sound)
  await output.start()
  let [frames, startMs, lastS] = [0, 0, -1]
  for await (const { track: of, atMs, isKey, bytes } of recording.frames(0, Infinity)) {
    if (of !== track) continue
    if (frames++ === 0) startMs = atMs
    const atS = Math.max((atMs - startMs) / 1000, lastS + 0.001)
    lastS = atS
    const packet = new EncodedPacket(bytes, isKey ? 'key' : 'delta', atS, isPicture ? 0.03 : 0.02)
    if (isPicture) await picture.add(packet, { decoderConfig: { codec: 'vp8', ...sizeOf(bytes) } })
    else await sound.add(packet, { decoderConfig: OPUS })
  }
  await output.finalize()
  return { file: Buffer.from(target.buffer ?? new ArrayBuffer(0)), frames, isPicture }
}

const OPUS = { codec: 'opus', sampleRate: 48_000, numberOfChannels: 1 }

/** As the key frame says (RFC 6386, section 9.1); what a delta frame says of it is not read. */
function sizeOf(bytes: Uint8Array): { codedWidth: number; codedHeight: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset)
  return {
    codedWidth: view.getUint16(6, true) & 0x3fff,
    codedHeight: view.getUint16(8, true) & 0x3fff,
  }
}

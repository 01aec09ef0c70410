import { createHash } from 'node:crypto'
import { execFileSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Bytes, Hash } from '@parley/protocol'
import type { ClipFileType } from '@parley/release'

/** A file of a clip. */
export type FilmFile = { readonly type: ClipFileType; readonly bytes: Bytes; readonly hash: Hash }

const PICTURE = 'testsrc2=size=640x360:rate=25:duration=2'
const TONE = 'sine=frequency=330:duration=2'
const CAPTIONS =
  'WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nIn a dry year the river must reach the delta.\n'

/** Two seconds of moving colours and a tone as a clip has them: two films, a picture and captions. */
export async function clipFiles(): Promise<readonly FilmFile[]> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-clip-'))
  const made = (name: string, args: string[]) => {
    const inputs = ['-f', 'lavfi', '-i', PICTURE, '-f', 'lavfi', '-i', TONE]
    execFileSync('ffmpeg', ['-loglevel', 'error', ...inputs, ...args, join(folder, name)])
    return readFile(join(folder, name))
  }
  try {
    const h264 = [
      '-c:v',
      'libx264',
      '-pix_fmt',
      'yuv420p',
      '-c:a',
      'libopus',
      '-movflags',
      '+faststart',
    ]
    return [
      file('video/mp4', await made('clip.mp4', h264)),
      file('video/webm', await made('clip.webm', ['-c:v', 'libvpx', '-c:a', 'libopus'])),
      file('image/jpeg', await made('clip.jpg', ['-frames:v', '1'])),
      file('text/vtt', Buffer.from(CAPTIONS)),
    ]
  } finally {
    await rm(folder, { recursive: true })
  }
}

function file(type: ClipFileType, content: Buffer): FilmFile {
  const bytes = new Uint8Array(content)
  return { type, bytes, hash: createHash('sha256').update(bytes).digest('base64url') as Hash }
}

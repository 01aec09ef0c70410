import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'
import { drawPicture, HEIGHT, WIDTH } from './picture.ts'
import { readStamp } from './stamp.ts'

const LOW = { width: 320, height: 180 }

/** Sends pictures through VP8 at the lowest layer's size and rate, as the media server's smallest does. */
function throughVp8(pictures: Uint8Array[]): Uint8Array[] {
  const size = ['-f', 'rawvideo', '-pix_fmt', 'yuvj420p', '-s', `${WIDTH}x${HEIGHT}`, '-r', '20']
  const low = ['-vf', `scale=${LOW.width}:${LOW.height}`, '-c:v', 'libvpx', '-b:v', '120k']
  const encoded = ffmpeg(
    [...size, '-i', '-', ...low, '-deadline', 'realtime', '-f', 'ivf', '-'],
    Buffer.concat(pictures),
  )
  const raw = ffmpeg(['-i', '-', '-f', 'rawvideo', '-pix_fmt', 'rgba', '-'], encoded)
  const length = LOW.width * LOW.height * 4
  return pictures.map((_, index) => raw.subarray(index * length, (index + 1) * length))
}

function ffmpeg(args: string[], input: Uint8Array): Uint8Array {
  const { stdout, stderr } = spawnSync('ffmpeg', ['-loglevel', 'error', ...args], {
    input,
    maxBuffer: 2 ** 28,
  })
  if (stdout.length === 0) throw new Error(String(stderr))
  return stdout
}

test('a stamp is read from every picture that went through VP8 at 180 lines', () => {
  const stamps = Array.from({ length: 40 }, (_, index) => ({ person: 3, frame: 4080 + index }))

  const seen = throughVp8(stamps.map((stamp) => drawPicture(stamp)))

  expect(seen.map((data) => readStamp({ data, ...LOW }))).toEqual(
    stamps.map(({ person, frame }) => ({ person, frame: frame % 4096 })),
  )
})

test('no stamp is read from noise or from black', () => {
  let state = 7
  const noise = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31
    return state >> 16
  }
  const length = LOW.width * LOW.height * 4

  expect(readStamp({ data: new Uint8Array(length), ...LOW })).toBeUndefined()
  expect(readStamp({ data: Uint8Array.from({ length }, noise), ...LOW })).toBeUndefined()
})

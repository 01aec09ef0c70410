import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { drawPicture, HEIGHT, WIDTH } from './picture.ts'
import { pilotHz } from './tone.ts'

/** Where fake cameras and microphones are kept once made; a new name when they change. */
export const MEDIA_FOLDER = join(import.meta.dirname, '../../.cache/media/1')

/** What Chromium plays as camera and microphone of one person, over and over. */
export type PersonMedia = { camera: string; microphone: string }

const SECONDS = 8
const PICTURES_A_SECOND = 5
const MANY_PICTURES_A_SECOND = 20
/** Speech keeps under the tones, so that no voice is taken for another's. */
const BELOW_THE_TONES = 'lowpass=f=500,lowpass=f=500,lowpass=f=500'

/** What each says, and in whose voice, so that an ear can tell them too. */
const SPEECHES = [
  { voice: 'en-gb', words: 'The delegation of the north thanks the chair and takes the floor.' },
  { voice: 'en-us+f3', words: 'We have read the second article, and we propose one change to it.' },
  { voice: 'de+m3', words: 'Wir danken für den Vorschlag und bitten um zehn Minuten Bedenkzeit.' },
  { voice: 'fr+f2', words: 'Notre côté accepte la date, mais pas encore le lieu de la rencontre.' },
  { voice: 'es+m4', words: 'El texto del artículo tercero sigue abierto entre las dos partes.' },
  { voice: 'it+f4', words: 'Chiedo che la dichiarazione comune sia letta ancora una volta.' },
] as const

/**
 * Makes what one person shows and says, unless it is there. A camera has 180 lines, five times a second, so that
 * two cores carry a call; a large one 360, twenty times.
 */
export async function personMedia(
  person: number,
  { hasLargeCamera = false }: { hasLargeCamera?: boolean } = {},
): Promise<PersonMedia> {
  const camera = hasLargeCamera
    ? await onceMade(`person-${person}.mjpeg`, (path) => makeLargeCamera(person, path))
    : await onceMade(`person-${person}-180.y4m`, (path) => makeCamera(person, path))
  const microphone = await onceMade(`person-${person}.wav`, (path) => makeMicrophone(person, path))
  return { camera, microphone }
}

/** Where a file of that name is, made if it is not there. One that is there is whole: it gets its name when it is. */
export async function onceMade(
  name: string,
  make: (path: string) => Promise<void>,
): Promise<string> {
  const path = join(MEDIA_FOLDER, name)
  if (existsSync(path)) return path
  await mkdir(MEDIA_FOLDER, { recursive: true })
  const unfinished = `${path}.${process.pid}`
  await make(unfinished)
  await rename(unfinished, path)
  return path
}

const RAW = ['-f', 'rawvideo', '-pix_fmt', 'yuvj420p', '-s', `${WIDTH}x${HEIGHT}`]

/** Without compression, which a browser plays as fast as the file says. */
async function makeCamera(person: number, path: string): Promise<void> {
  const input = [...RAW, '-r', `${PICTURES_A_SECOND}`, '-i', '-']
  const output = ['-vf', 'scale=320:180', '-pix_fmt', 'yuv420p', '-f', 'yuv4mpegpipe', path]
  await ffmpeg([...input, ...output], pictures(person, SECONDS * PICTURES_A_SECOND))
}

async function makeLargeCamera(person: number, path: string): Promise<void> {
  const input = [...RAW, '-r', `${MANY_PICTURES_A_SECOND}`, '-i', '-']
  const output = ['-c:v', 'mjpeg', '-q:v', '4', '-f', 'mjpeg', path]
  await ffmpeg([...input, ...output], pictures(person, SECONDS * MANY_PICTURES_A_SECOND))
}

function* pictures(person: number, count: number): Generator<Uint8Array> {
  for (let frame = 0; frame < count; frame += 1) {
    yield drawPicture({ person, frame })
  }
}

/** Speech, and a tone that swells twice a second: a steady one would be taken for noise and suppressed. */
async function makeMicrophone(person: number, path: string): Promise<void> {
  const { voice, words } = SPEECHES[person % SPEECHES.length] ?? SPEECHES[0]
  const speech = `${path}.speech.wav`
  await run('espeak-ng', ['-v', voice, '-w', speech, words])
  const tone = `0.2*sin(2*PI*${pilotHz(person)}*t)*(1-cos(4*PI*t))/2`
  const mix = `[0]${BELOW_THE_TONES},volume=0.9,apad[speech];[1][speech]amix=duration=shortest:normalize=0`
  const inputs = ['-i', speech, '-f', 'lavfi', '-i', `aevalsrc=${tone}:s=48000:d=${SECONDS}`]
  await ffmpeg([...inputs, '-filter_complex', mix, '-ac', '1', '-ar', '48000', '-f', 'wav', path])
  await rm(speech)
}

/** Runs ffmpeg on what it is given, over what was there. Throws its own words where it fails. */
export function ffmpeg(args: string[], input: Iterable<Uint8Array> = []): Promise<void> {
  return run('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args], input)
}

/** Runs a program to its end; throws its own words if that is a bad one. */
async function run(
  command: string,
  args: string[],
  input: Iterable<Uint8Array> = [],
): Promise<void> {
  const child = spawn(command, args, { stdio: ['pipe', 'ignore', 'pipe'] })
  const words: Buffer[] = []
  child.stderr.on('data', (chunk: Buffer) => words.push(chunk))
  const [[code]] = await Promise.all([once(child, 'close'), pipeline(input, child.stdin)])
  if (code !== 0) throw new Error(`${command} failed: ${Buffer.concat(words).toString()}`)
}

import { expect, test } from 'vitest'
import { chimeSamples } from './chime.ts'
import { judgeEcho, LISTEN_MS, notesIn, type NotesHeard } from './echo.ts'
import { lookAt, mixed, noise, RATE, voice, type Wave } from './synthetic.ts'

const chime = chimeSamples(RATE)
const room = noise(0.0005)
const words = voice({ toHz: 8000, amplitude: 0.25 })

test.each([40, 180, 420, 700])('a chime that comes back after %i ms is an echo', (delayMs) => {
  expect(judgeEcho(listen(mixed(cameBack({ delayMs, loudness: 0.1 }), room)))).toBe('echo')
})

test('so is a soft one, and one that the walls send back twice', () => {
  const soft = cameBack({ delayMs: 150, loudness: 0.01 })
  const twice = mixed(
    cameBack({ delayMs: 150, loudness: 0.1 }),
    cameBack({ delayMs: 210, loudness: 0.06 }),
  )

  expect(judgeEcho(listen(mixed(soft, noise(0.0002))))).toBe('echo')
  expect(judgeEcho(listen(mixed(twice, room)))).toBe('echo')
})

test('nothing came back into a quiet room, nor when the browser took it all away', () => {
  expect(judgeEcho(listen(room))).toBe('none')
  expect(judgeEcho(listen(() => 0))).toBe('none')
  expect(judgeEcho(listen(cameBack({ delayMs: 150, loudness: 0.001 })))).toBe('none')
})

test('a voice meanwhile is no echo, and leaves open whether there is one', () => {
  expect(judgeEcho(listen(mixed(words, room)))).toBe('unclear')
  expect(judgeEcho(listen(noise(0.2)))).toBe('unclear')
})

test('an echo is told under a soft voice', () => {
  const soft = voice({ toHz: 8000, amplitude: 0.02 })

  expect(judgeEcho(listen(mixed(cameBack({ delayMs: 200, loudness: 0.3 }), soft)))).toBe('echo')
})

test('the chime never clips, and begins and ends softly', () => {
  expect(Math.max(...chime.map(Math.abs))).toBeLessThan(0.6)
  expect(Math.abs(chime[1] ?? 1)).toBeLessThan(0.001)
  expect(Math.abs(chime.at(-1) ?? 1)).toBeLessThan(0.005)
})

function cameBack({ delayMs, loudness }: { delayMs: number; loudness: number }): Wave {
  return (seconds) => loudness * (chime[Math.round((seconds - delayMs / 1000) * RATE)] ?? 0)
}

/** What the notes are in looks of a tenth of a second, as the page takes them. */
function listen(wave: Wave): NotesHeard[] {
  const window = 8192
  const looks = Math.floor(LISTEN_MS / 100)
  return Array.from({ length: looks }, (_, at) => {
    const sinceMs = 100 * (at + 1)
    const from = (sinceMs / 1000) * RATE - window
    const samples = Float32Array.from({ length: window }, (__, one) => wave((from + one) / RATE))
    return { sinceMs, amplitudes: notesIn(lookAt(samples, sinceMs).spectrum, RATE) }
  })
}

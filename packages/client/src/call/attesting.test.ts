import type { MediaEvent, SealedSound } from '@parley/call'
import { LeafIndex, TrackNumber } from '@parley/protocol'
import { other, startTogether } from '@parley/testkit/startedRunner'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { isRoleAttested } from './attesting.ts'

const track = v.parse(TrackNumber, 1)

/** What one second sent. */
function sealed(from: number, frames = 50): SealedSound {
  return { track, from, hashes: new Uint8Array(frames * 8).fill(from % 256) }
}

function attestedIn({ room }: ReturnType<typeof startTogether>) {
  return room.said.filter(({ word }) => word === 'attested')
}

test('the voices of principals and interpreters are attested, and no others', () => {
  const roles = ['principal', 'interpreter', 'adviser', 'note-taker', 'press', undefined] as const

  expect(roles.filter(isRoleAttested)).toEqual(['principal', 'interpreter'])
})

test.each([
  [true, { attested: true }],
  [false, {}],
])(
  'the word that opens says whether one signs for what follows: %s (R73)',
  async (is, promised) => {
    const { room, runner } = startTogether({ attests: () => is })

    runner.send({ type: 'microphone-pressed' })

    await expect
      .poll(() => room.said.at(-1))
      .toEqual({ word: 'microphone', n: 1, open: { track, from: 0, ...promised } })
  },
)

test('what went out is signed for in a word, and others’ words go to what plays their sound (R73)', async () => {
  const parts = startTogether()
  const { media, room } = parts
  const theirs = sealed(7)

  // As it comes from the worker, with the room that it is of.
  media.tell({ type: 'sound-sealed', room: 'plenary', ...sealed(0) } as MediaEvent)
  const word = { word: 'attested', ...theirs } as const
  room.tell({ type: 'word', heard: { from: other, areHeadsEqual: false, lacks: [], word } })

  expect(attestedIn(parts)).toEqual([{ word: 'attested', ...sealed(0) }])
  expect(media.compared).toEqual([{ leaf: v.parse(LeafIndex, other), ...theirs }])
})

test('what could not be said while the line was lost is said after it, of 20 s at most', async () => {
  const parts = startTogether()
  const { media, room } = parts

  room.tell({ type: 'socket-lost' })
  for (let second = 0; second < 30; second++)
    media.tell({ type: 'sound-sealed', ...sealed(second * 50) })
  const lost = attestedIn(parts).length
  room.tell({ type: 'socket-back' })
  media.tell({ type: 'sound-sealed', ...sealed(1500) })

  const due = Array.from({ length: 20 }, (_, at) => sealed((11 + at) * 50))
  expect(lost).toBe(0)
  expect(attestedIn(parts)).toEqual(due.map((each) => ({ word: 'attested', ...each })))
})

test('a word that was lost with the line is said again after it, and one that was refused is not', async () => {
  const parts = startTogether()
  const { media, room } = parts

  room.isLineLost = true
  media.tell({ type: 'sound-sealed', ...sealed(0) })
  await Promise.resolve()
  await Promise.resolve()
  media.tell({ type: 'sound-sealed', ...sealed(50) })
  room.tell({ type: 'socket-lost' })
  await Promise.resolve()
  await Promise.resolve()
  room.tell({ type: 'socket-back' })
  room.isLineLost = false
  media.tell({ type: 'sound-sealed', ...sealed(100) })

  expect(attestedIn(parts)).toMatchObject([{ from: 50 }, { from: 100 }])
})

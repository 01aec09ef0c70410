import type { AttestedFrames, MediaEvent } from '@parley/call'
import { LeafIndex, TrackNumber } from '@parley/protocol'
import { goIn, other, startRunner, startTogether, you } from '@parley/testkit/startedRunner'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { isRoleAttested } from './attesting.ts'

const track = v.parse(TrackNumber, 1)

/** What one second sent. */
function sealed(from: number, frames = 50): AttestedFrames {
  return { sealed: [{ track, from, hashes: new Uint8Array(frames * 8).fill(from % 256) }] }
}

function attestedIn({ room }: ReturnType<typeof startTogether>) {
  return room.said.filter(({ word }) => word === 'attested')
}

test('principals and interpreters sign for what they send, and nobody else', () => {
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
  media.tell({ type: 'sealed', room: 'plenary', ...sealed(0) } as MediaEvent)
  const word = { word: 'attested', ...theirs } as const
  room.tell({ type: 'word', heard: { from: other, lists: undefined, lacks: [], word } })

  expect(attestedIn(parts)).toEqual([{ word: 'attested', ...sealed(0) }])
  expect(media.compared).toEqual([{ leaf: v.parse(LeafIndex, other), ...theirs }])
})

test('what could not be said while the line was lost is said after it, of 20 s at most', async () => {
  const parts = startTogether()
  const { media, room } = parts

  room.tell({ type: 'socket-lost' })
  for (let second = 0; second < 30; second++) media.tell({ type: 'sealed', ...sealed(second * 50) })
  const lost = attestedIn(parts).length
  room.tell({ type: 'socket-back' })
  media.tell({ type: 'sealed', ...sealed(1500) })

  const due = Array.from({ length: 20 }, (_, at) => sealed((11 + at) * 50))
  expect(lost).toBe(0)
  expect(attestedIn(parts)).toEqual(due.map((each) => ({ word: 'attested', ...each })))
})

test('a word that was lost with the line is said again after it, and one that was refused is not', async () => {
  const parts = startTogether()
  const { media, room } = parts

  room.isLineLost = true
  media.tell({ type: 'sealed', ...sealed(0) })
  await Promise.resolve()
  await Promise.resolve()
  media.tell({ type: 'sealed', ...sealed(50) })
  room.tell({ type: 'socket-lost' })
  await Promise.resolve()
  await Promise.resolve()
  room.tell({ type: 'socket-back' })
  room.isLineLost = false
  media.tell({ type: 'sealed', ...sealed(100) })

  expect(attestedIn(parts)).toMatchObject([sealed(50), sealed(100)])
})

test.each([
  [true, { attested: true }],
  [false, {}],
])(
  'heartbeats say of pictures whether one signs for them, and the media are told it with the keys: %s (R119)',
  async (is, promised) => {
    const { media, room, runner, clock } = startTogether({ attests: () => is })
    const kinds = ['microphone', 'camera', 'screen', 'screen-sound'] as const
    const tracks = kinds.map((kind, at) => {
      return { number: v.parse(TrackNumber, at + 1), kind, name: kind }
    })

    media.tell({ type: 'own-tracks-changed', tracks })
    clock.advance(6000)
    runner.send({ type: 'ticked', nowMs: clock.nowMs() })

    const said = room.said.findLast(({ word }) => word === 'heartbeat')
    const [microphone, ...others] = tracks
    expect(said).toMatchObject({
      tracks: [microphone, ...others.map((one) => ({ ...one, ...promised }))],
    })
    expect(JSON.stringify(said).includes('attested')).toBe(is)
    expect(media.epochs.at(-1)?.isAttested).toBe(is)
  },
)

test('who has promised to sign goes on, whatever the lists say later', () => {
  let isPrincipal = true
  const parts = startRunner({ attests: () => isPrincipal })

  goIn(parts)
  isPrincipal = false
  goIn(parts)

  expect(parts.media.epochs.map(({ isAttested }) => isAttested)).toEqual([true, true])
})

test('whose frames are not confirmed is asked how far they are, and who is asked is told by whom (R120)', () => {
  const { media, room } = startTogether()

  media.tell({ type: 'how-far-wanted', id: 7, of: [other] })
  for (const [id, of] of [
    [8, you],
    [9, other],
  ] as const) {
    const word = { word: 'how-far', id, of: new Set([of]) } as const
    room.tell({ type: 'word', heard: { from: other, lists: undefined, lacks: [], word } })
  }

  expect(room.said.at(-1)).toEqual({ word: 'how-far', id: 7, of: new Set([other]) })
  expect(media.askedHowFar).toEqual([{ to: other, id: 8 }])
})

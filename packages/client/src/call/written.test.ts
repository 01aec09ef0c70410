import { LeafIndex, PLENARY, PublicKey, SeatId, SideId } from '@parley/protocol'
import { greenRoom } from '@parley/call'
import { FakeMedia, FakeRoom, manualClock } from '@parley/testkit'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { Word } from '../room/roomSession.ts'
import { CallRunner } from './callRunner.ts'

const seat = v.parse(SeatId, 'A'.repeat(11))
const far = v.parse(SeatId, `${'B'.repeat(10)}A`)
const side = v.parse(SideId, 'A'.repeat(11))
const [you, other] = [0, 1].map((index) => v.parse(LeafIndex, index)) as [LeafIndex, LeafIndex]
const leafKey = v.parse(PublicKey, 'A'.repeat(43))
const seated = (heldFor?: string) => [
  { leaf: you, seat, side, identity: 'you', heldFor: undefined },
  { leaf: other, seat: far, side, identity: 'other', heldFor },
]
const translation = {
  word: 'translation',
  of: { from: seat, id: 'a' },
  language: 'fr',
  text: 'Bien',
} as const
const typing = { word: 'typing', id: 'b', text: 'Goo' } as const

/** Two in the call, the other of whom was heard. */
function startTogether() {
  const clock = manualClock()
  const room = new FakeRoom()
  const runner = new CallRunner(greenRoom({ seat, side, room: PLENARY }), {
    clock,
    media: new FakeMedia(),
    room,
    mediaDoor: { ask: async () => ({ url: '', token: '' }), isOfThisCall: async () => false },
  })
  const say = (word: Word) =>
    room.tell({ type: 'word', heard: { from: other, lists: 'same', lacks: [], word } })
  runner.send({ type: 'join-pressed', atMs: clock.nowMs() })
  room.tell({ type: 'entered', leaf: you, leafKey, epoch: 1, mustHear: 'anyone' })
  room.tell({ type: 'standing-changed', members: seated() })
  const nothing = { tracks: [], hears: new Set<LeafIndex>(), sees: new Set<LeafIndex>() }
  say({ word: 'heartbeat', nextMs: 5000, microphone: { n: 0 }, ...nothing })
  return { clock, room, runner, say }
}

const translate = { type: 'translation-written', by: seat, atMs: 1000 } as const

test('a text is said and heard in its language (R58)', () => {
  const { room, runner, say } = startTogether()

  runner.send({
    type: 'message-written',
    id: 'a',
    from: seat,
    text: 'Oui',
    language: 'fr',
    atMs: 1,
  })
  say({ word: 'text', id: 'c', text: 'Yes', language: 'en', atMs: 2 })

  expect(room.said).toContainEqual({ word: 'text', id: 'a', text: 'Oui', language: 'fr', atMs: 1 })
  expect(runner.call.messages).toMatchObject([{ language: 'fr' }, { language: 'en', from: far }])
})

test('whose translation and whose letters those are is the leaf that said them (R58, R59)', () => {
  const { runner, say } = startTogether()

  say(translation)
  say(typing)

  expect(runner.call.translations).toMatchObject([{ by: far, language: 'fr', text: 'Bien' }])
  expect([...runner.call.typing.keys()]).toEqual([far])
})

test('of a leaf that is held neither is taken (R58, R59)', () => {
  const { room, runner, say } = startTogether()

  room.tell({ type: 'standing-changed', members: seated('withdrawn') })
  say(translation)
  say(typing)

  expect([runner.call.translations, runner.call.typing.size]).toEqual([[], 0])
})

test('a translation that was written while the line was lost is said once it is back (R58)', async () => {
  const { room, runner } = startTogether()
  const { word: _, ...written } = translation
  const said = () => room.said.filter((word) => word.word === 'translation')

  room.isLineLost = true
  runner.send({ ...translate, ...written })
  await settled()
  const meanwhile = said()
  room.isLineLost = false
  room.tell({ type: 'socket-back' })
  await settled()

  expect([meanwhile, said()]).toEqual([[], [translation]])
  expect(runner.call.translations).toMatchObject([{ state: 'sent' }])
})

test('beside a leaf that is held no translation goes out (R22)', async () => {
  const { room, runner } = startTogether()
  const { word: _, ...written } = translation

  room.tell({ type: 'standing-changed', members: seated('withdrawn') })
  runner.send({ ...translate, ...written })
  await settled()

  expect(room.said.map(({ word }) => word)).not.toContain('translation')
})

/** Whatever was begun has had its turn. */
function settled(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve)
  })
}

import { caucusOf } from '@parley/protocol'
import { expect, test } from 'vitest'
import {
  ally,
  inCall,
  run,
  seatOf,
  seated,
  secondKey,
  sideOf,
  start,
  tickAt,
  track,
  you,
} from '@parley/testkit/twoInCall'
import type { CallEvent } from './callEvent.ts'
import { greenRoom, type Call } from './callState.ts'
import {
  isPlenaryFree,
  SILENT,
  stepVoice,
  whyNotPrivate,
  type BothRooms,
  type VoiceEvent,
} from './voice.ts'

const hold: VoiceEvent = { type: 'private-pressed', stays: false }
const letGo: VoiceEvent = { type: 'private-let-go' }
const moved: VoiceEvent = { type: 'rooms-moved' }

const [caucus] = run(
  greenRoom(
    { seat: seatOf(you), side: sideOf(you), room: caucusOf(sideOf(you)) },
    { wantsCamera: false, camera: 'default', inputDevice: 'desk' },
  ),
  { type: 'join-pressed', atMs: 0 },
  { type: 'entered', leaf: you, epoch: 1, mustHear: 'nobody', leafKey: secondKey },
  seated(0, you, ally),
)
const rooms: BothRooms = { plenary: inCall, caucus }

/** Carries out what the voice asks, as its runner does, without an answer of the worker. */
function walk(
  from: BothRooms,
  ...events: readonly (VoiceEvent | { in: keyof BothRooms; event: CallEvent })[]
) {
  let both = from
  let voice = SILENT
  const asked: string[] = []
  const into = (room: keyof BothRooms, event: CallEvent): void => {
    const [call] = run(both[room], event)
    both = { ...both, [room]: call }
    take(moved)
  }
  const take = (event: VoiceEvent): void => {
    const [next, effects] = stepVoice(voice, event, both)
    voice = next
    for (const effect of effects) {
      asked.push(effect.do)
      if (effect.do === 'show-private') {
        take({ type: 'private-shown' })
        continue
      }
      if (effect.do === 'open-caucus')
        into('caucus', { type: 'microphone-pressed', aim: effect.aim })
      else
        into(effect.do === 'close-plenary' ? 'plenary' : 'caucus', {
          type: 'microphone-shut',
          by: effect.do === 'close-plenary' ? 'private' : 'holder',
        })
    }
  }
  for (const event of events) {
    if ('in' in event) into(event.in, event.event)
    else take(event)
  }
  return {
    voice,
    asked,
    phases: [both.plenary.microphone.phase, both.caucus.microphone.phase],
    both,
  }
}

const opened = { type: 'gate-opened', track, from: 0 } as const
const closed = { type: 'gate-closed', track, after: 9 } as const
const speakingInPlenary = [
  { in: 'plenary', event: { type: 'microphone-pressed' } },
  { in: 'plenary', event: opened },
] as const
const speakingPrivately = [hold, { in: 'caucus', event: opened }] as const

test('pressing closes the plenary’s microphone, and opens the caucus’s once that has answered (R55)', () => {
  const asking = walk(rooms, ...speakingInPlenary, hold)
  const answered = walk(rooms, ...speakingInPlenary, hold, { in: 'plenary', event: closed })

  expect([asking.asked, asking.phases]).toEqual([['close-plenary'], ['closing', 'closed']])
  expect([answered.asked, answered.phases]).toEqual([
    ['close-plenary', 'show-private', 'open-caucus'],
    ['closed', 'opening'],
  ])
  expect(answered.both.plenary.microphone).toMatchObject({ by: 'private' })
})

test('letting go closes the caucus’s, and the plenary’s stays closed (R55)', () => {
  const let_go = walk(
    rooms,
    ...speakingInPlenary,
    hold,
    { in: 'plenary', event: closed },
    { in: 'caucus', event: opened },
    letGo,
  )
  const after = walk(let_go.both, { in: 'caucus', event: closed })

  expect([let_go.voice.phase, let_go.phases]).toEqual(['ending', ['closed', 'closing']])
  expect(after.phases).toEqual(['closed', 'closed'])
})

test('who lets go before the plenary has answered opens nothing', () => {
  const { voice, asked, phases } = walk(rooms, ...speakingInPlenary, hold, letGo, {
    in: 'plenary',
    event: closed,
  })

  expect(voice).toEqual({ phase: 'silent', endedBy: 'let-go' })
  expect([asked, phases]).toEqual([['close-plenary'], ['closed', 'closed']])
})

test('a voice that is in the caucus, or on its way out of it, is not free for the plenary', () => {
  const speaking = walk(rooms, ...speakingPrivately)
  const ending = walk(rooms, ...speakingPrivately, letGo)
  const silent = walk(rooms, ...speakingPrivately, letGo, { in: 'caucus', event: closed })

  expect([speaking, ending, silent].map(({ voice }) => isPlenaryFree(voice))).toEqual([
    false,
    false,
    true,
  ])
})

test('a button that stays is ended by its second press, and not by being let go', () => {
  const stay: VoiceEvent = { type: 'private-pressed', stays: true }
  const open = walk(rooms, stay, { in: 'caucus', event: opened }, letGo)
  const over = walk(rooms, stay, { in: 'caucus', event: opened }, stay)

  expect([open.voice.phase, over.voice]).toMatchObject([
    'speaking',
    { phase: 'ending', endedBy: 'let-go' },
  ])
})

const enders: readonly (readonly [
  string,
  VoiceEvent | { in: keyof BothRooms; event: CallEvent },
])[] = [
  ['focus-lost', { type: 'private-left', by: 'focus-lost' }],
  ['page-hidden', { type: 'private-left', by: 'page-hidden' }],
  ['pointer-lost', { type: 'private-left', by: 'pointer-lost' }],
  [
    'joined-again',
    { in: 'plenary', event: { type: 'must-join-again', by: 'behind', atMs: 20_000 } },
  ],
  [
    'joined-again',
    { in: 'caucus', event: { type: 'must-join-again', by: 'frames-stopped', atMs: 20_000 } },
  ],
  ['new-device', { in: 'plenary', event: { type: 'input-device-chosen', device: 'other' } }],
  ['new-device', { in: 'caucus', event: { type: 'input-device-chosen', device: 'other' } }],
  ['left', { in: 'plenary', event: { type: 'leave-pressed' } }],
  ['left', { in: 'caucus', event: { type: 'ended', by: 'withdrawn' } }],
  ['nobody-there', { in: 'caucus', event: seated(1, you) }],
  ['no-device', { in: 'caucus', event: { type: 'microphone-lost' } }],
  ['plenary-open', { in: 'plenary', event: { type: 'microphone-pressed' } }],
]

test.each(enders)(
  '%s ends a private talk, and nothing opens again without a press (R55)',
  (why, event) => {
    const { voice, both } = walk(rooms, ...speakingPrivately, event)
    const after = walk(
      both,
      { in: 'caucus', event: closed },
      { in: 'plenary', event: closed },
      moved,
    )

    expect(voice).toMatchObject({ endedBy: why })
    for (const { microphone } of [after.both.plenary, after.both.caucus])
      expect(['closed', 'without-leaf']).toContain(microphone.phase)
  },
)

test('a line that is lost for long ends a private talk in either room', () => {
  for (const room of ['plenary', 'caucus'] as const) {
    const lost = { in: room, event: { type: 'media-lost', atMs: 1000 } } as const
    const { voice } = walk(rooms, ...speakingPrivately, lost, { in: room, event: tickAt(4000) })
    expect(voice).toMatchObject({ endedBy: 'reconnecting' })
  }
})

test('a whisper is for one leaf, and ends when that leaf is another (R52)', () => {
  const whisper: VoiceEvent = { type: 'private-pressed', stays: false, to: ally }
  const { both } = walk(rooms, whisper, { in: 'caucus', event: opened })
  const gone = walk(
    rooms,
    whisper,
    { in: 'caucus', event: opened },
    { in: 'caucus', event: replaced() },
  )

  expect(both.caucus.microphoneWord).toMatchObject({ open: { to: ally } })
  expect(gone.voice).toMatchObject({ endedBy: 'listener-gone' })
})

test('one who is alone in the caucus, or not in one of the rooms, is told so and opens nothing', () => {
  const alone: Call = run(caucus, seated(1, you))[0]
  const outside: BothRooms = { plenary: start, caucus }

  expect(whyNotPrivate({ plenary: inCall, caucus: alone })).toBe('nobody-there')
  expect(walk({ plenary: inCall, caucus: alone }, hold).asked).toEqual([])
  expect(walk(outside, hold).voice).toEqual({ phase: 'silent', endedBy: 'joined-again' })
})

/** The same people, the ally under another leaf key. */
function replaced(): CallEvent {
  const event = seated(1, you, ally)
  if (event.type !== 'members-changed') throw new Error('It seats')
  const members = event.members.map((one) =>
    one.leaf === ally ? { ...one, identity: 'new' } : one,
  )
  return { ...event, members }
}

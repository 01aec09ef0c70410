import {
  greenRoom,
  SILENT,
  step,
  stepVoice,
  type Call,
  type CallEvent,
  type Voice,
} from '@parley/call'
import { caucusOf, PLENARY, PublicKey, TrackNumber, type SeatId } from '@parley/protocol'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { FACTS, PEOPLE, SIDES, seat } from '../callSamples/people.ts'
import { CALL_SCREEN_START } from '../callScreenState.ts'
import { callView } from '../callView.ts'
import {
  privateView,
  PRIVATE_SCREEN_START,
  type PrivateFrom,
  type PrivateView,
} from './privateView.ts'
import { showPrivate } from './showPrivate.ts'
import { stepPrivateScreen } from './stepPrivateScreen.ts'

const [OWN] = SIDES
if (!OWN) throw new Error('There are two sides')
const YOU = seat(0)
const ALLY = seat(2)
const leafKey = v.parse(PublicKey, 'A'.repeat(43))
const track = v.parse(TrackNumber, 7)
/** The interpreter is not cleared. */
const CLEARED: ReadonlySet<SeatId> = new Set([YOU, ALLY, seat(7)])
const CHOSEN = { wantsCamera: false, camera: 'default', inputDevice: 'default' }

function run(call: Call, ...events: readonly CallEvent[]): Call {
  return events.reduce((now, event) => step(now, event)[0], call)
}

function seatedIn(room: typeof PLENARY, ...seats: readonly SeatId[]): Call {
  const members = PEOPLE.filter((one) => seats.includes(one.seat)).map((one) => {
    const { leaf, seat: id, side } = one
    return { leaf, seat: id, side, identity: `identity ${leaf}`, heldFor: undefined }
  })
  const leaf = PEOPLE[0]?.leaf
  if (leaf === undefined) throw new Error('There are people')
  return run(
    greenRoom({ seat: YOU, side: OWN?.side ?? SIDES[1]!.side, room }, CHOSEN),
    { type: 'join-pressed', atMs: 0 },
    { type: 'entered', leaf, epoch: 1, mustHear: 'nobody', leafKey },
    { type: 'members-changed', members, atMs: 0 },
  )
}

const PLENARY_CALL = seatedIn(PLENARY, ...PEOPLE.map((one) => one.seat))
const CAUCUS = seatedIn(caucusOf(OWN.side), YOU, ALLY)

function viewOf(change: Partial<PrivateFrom> = {}): PrivateView {
  const view = privateView({
    facts: FACTS,
    plenary: PLENARY_CALL,
    caucus: CAUCUS,
    why: undefined,
    voice: SILENT,
    cleared: CLEARED,
    forked: new Set(),
    screen: PRIVATE_SCREEN_START,
    ...change,
  })
  if (!view) throw new Error('There is a side')
  return view
}

/** The voice in the caucus, its gate open. */
function speaking(to?: (typeof PEOPLE)[number]): { voice: Voice; caucus: Call } {
  const rooms = { plenary: PLENARY_CALL, caucus: CAUCUS }
  const aim = to ? { to: to.leaf } : {}
  const [showing] = stepVoice(SILENT, { type: 'private-pressed', stays: false, ...aim }, rooms)
  const [opening] = stepVoice(showing, { type: 'private-shown' }, rooms)
  const caucus = run(
    CAUCUS,
    { type: 'microphone-pressed', aim },
    { type: 'gate-opened', track, from: 0 },
  )
  return { voice: stepVoice(opening, { type: 'rooms-moved' }, { ...rooms, caucus })[0], caucus }
}

const states = (view: PrivateView) => view.rows.map(({ seat: id, is }) => [id, is])

test('who hears it: one’s own side alone, and of it who is cleared and in (R54)', () => {
  expect(states(viewOf())).toEqual([
    [ALLY, 'is-in'],
    [seat(5), 'not-cleared'],
    [seat(7), 'not-in'],
  ])
})

test('while one speaks somebody who is in hears one only by their own word in the caucus (R54)', () => {
  const { voice, caucus } = speaking()
  const ally = PEOPLE[2]
  if (!ally) throw new Error('There are eight')
  const ticked = run(caucus, { type: 'ticked', nowMs: 1000 })
  const heard = {
    atMs: 2000,
    nextMs: 5000,
    lists: 'same' as const,
    tracks: [],
    sees: new Set<never>(),
  }
  const confirmed = run(ticked, {
    type: 'heartbeat-heard',
    from: ally.leaf,
    heard: { ...heard, hears: new Set([PEOPLE[0]!.leaf]) },
  })
  const facts = { ...FACTS, nowMs: 3000 }

  expect(states(viewOf({ voice, caucus: ticked, facts }))).toContainEqual([ALLY, 'not-confirmed'])
  expect(states(viewOf({ voice, caucus: confirmed, facts }))).toContainEqual([ALLY, 'hears-you'])
})

test('a whisper leaves out everybody but one, and names that one (R52)', () => {
  const whisper = speaking(PEOPLE[2])
  const third = seatedIn(caucusOf(OWN.side), YOU, ALLY, seat(7))
  const caucus = { ...whisper.caucus, members: third.members }
  const view = viewOf({ ...whisper, caucus })

  expect(view.talk).toMatchObject({ is: 'speaking', to: 'Mathilde Aeberhard' })
  expect(states(view)).toContainEqual([seat(7), 'left-out'])
})

test('a seat that is not cleared, one that is alone and one that is on its way are told apart', () => {
  expect(viewOf({ caucus: undefined, why: 'not-cleared' }).unavailable).toBe('not-cleared')
  expect(viewOf({ caucus: seatedIn(caucusOf(OWN.side), YOU) }).unavailable).toBe('nobody-there')
  expect(viewOf({ caucus: undefined }).unavailable).toBe('joined-again')
  expect(viewOf().unavailable).toBe(undefined)
})

test('while one speaks privately the plenary’s control is closed, and whoever does not hear is marked (R54)', () => {
  const view = viewOf(speaking())
  const own = {
    screen: CALL_SCREEN_START,
    speaker: undefined,
    speaking: new Set<SeatId>(),
    said: [],
  }
  const call = callView(FACTS, own)
  const shown = showPrivate(call, { view, rows: [], unread: 0, sounds: [] })
  const marked = shown.stage.tiles.filter(({ mark }) => mark === 'does-not-hear-you')

  expect(shown.microphone).toEqual({ is: 'unavailable', closedBy: 'private' })
  expect(marked.map(({ person }) => person.seat).toSorted()).toEqual(
    PEOPLE.filter(({ isYou }) => !isYou)
      .map((one) => one.seat)
      .filter((id) => id !== ALLY)
      .toSorted(),
  )
})

test('nothing of the plenary is marked or closed while nobody speaks privately', () => {
  const own = {
    screen: CALL_SCREEN_START,
    speaker: undefined,
    speaking: new Set<SeatId>(),
    said: [],
  }
  const call = callView(FACTS, own)
  const shown = showPrivate(call, { view: viewOf(), rows: [], unread: 2, sounds: [] })

  expect([shown.microphone, shown.stage, shown.sounds]).toEqual([
    call.microphone,
    call.stage,
    call.sounds,
  ])
  expect(shown.messages.unread).toBe(call.messages.unread + 2)
})

test('a private voice plays in full over a floor that is turned down', () => {
  const floor = { key: 'floor', media: {} as MediaStreamTrack, volume: 1, overMs: 0 }
  const own = {
    screen: CALL_SCREEN_START,
    speaker: undefined,
    speaking: new Set<SeatId>(),
    said: [],
  }
  const call = { ...callView(FACTS, own), sounds: [floor] }
  const view = { ...viewOf(), speaking: ['Mathilde Aeberhard'] }
  const sounds = [{ key: 'private', media: {} as MediaStreamTrack }]

  const shown = showPrivate(call, { view, rows: [], unread: 0, sounds })

  expect(shown.sounds.map(({ key, volume }) => [key, volume])).toEqual([
    ['floor', 0.4],
    ['private', 1],
  ])
})

test('each of the two whom one writes to has a draft of its own, and what is blank is not sent (R54)', () => {
  const typed = { type: 'private-draft-changed', text: 'Yes. ' } as const
  const [draft] = stepPrivateScreen(PRIVATE_SCREEN_START, typed, 0)
  const [sent, text] = stepPrivateScreen(draft, { type: 'private-draft-sent' }, 0)

  expect(stepPrivateScreen(draft, { type: 'draft-changed', text: 'To all' }, 0)).toEqual([draft])
  expect([sent.draft, text]).toEqual(['', 'Yes.'])
  expect(stepPrivateScreen(sent, { type: 'private-draft-sent' }, 0)).toEqual([sent])
})

import { openCall, openCaucus, systemClock, type OpenRoom, type Pushed } from '@parley/client'
import type { Word } from '@parley/client'
import { startServer, type RunningServer } from '@parley/server'
import { FakeMedia, planCall, type PlannedCall } from '@parley/testkit'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CALL_SCREEN_START } from '../callScreenState.ts'
import { callView, type CallView } from '../callView.ts'
import { callFactsOf } from '../seat/callFactsOf.ts'
import { callSides } from '../seat/callSides.ts'
import { NO_TRACKS } from '../seat/mediaTracks.ts'
import { VoiceRunner } from './voiceRunner.ts'

let running: RunningServer
let planned: PlannedCall
let opened: AsyncDisposableStack

beforeEach(async () => {
  opened = new AsyncDisposableStack()
  running = opened.use(await startServer())
  planned = opened.use(await planCall(running, { seatsEach: 2, clock: systemClock }))
})
afterEach(() => opened.disposeAsync())

const within = { timeout: 20_000, interval: 20 }
const chosen = { wantsCamera: false, camera: 'default', inputDevice: 'default' }
const press = { type: 'microphone-pressed' } as const

function enter({ runner }: OpenRoom): void {
  runner.send({ type: 'join-pressed', atMs: systemClock.nowMs(), chosen })
}

async function sit(place: number) {
  const of = planned.seats[place]
  if (!of) throw new Error('There are four')
  const seat = await planned.sit(of.seat)
  const parts = { media: new FakeMedia(), clock: systemClock }
  const plenary = opened.use(await openCall(seat, parts))
  enter(plenary)
  await expect.poll(() => plenary.runner.call.joining.phase, within).toBe('in-call')
  return { seat, plenary }
}

async function sitInBoth(place: number) {
  const { seat, plenary } = await sit(place)
  const parts = { media: new FakeMedia(), clock: systemClock, plenary }
  const caucus = await openCaucus(seat, parts)
  if (!caucus) throw new Error('Every seat is cleared')
  enter(opened.use(caucus))
  const voice = opened.use(new VoiceRunner({ plenary: plenary.runner, clock: systemClock }))
  voice.use(caucus.runner)
  return { plenary, caucus, voice }
}

/** All that the server gives the far side, all that it reads of it, and what its screen shows. */
async function watch({ seat, plenary }: Awaited<ReturnType<typeof sit>>) {
  const sides = await callSides(seat.documents.documents, seat.record.side)
  const pushed: Pushed[] = []
  const words: Word[] = []
  opened.use(seat.connection.subscribe((message) => void pushed.push(message)))
  opened.use(
    plenary.room.listen((event) => {
      if (event.type === 'word') words.push(event.heard.word)
    }),
  )
  const view = (): CallView => {
    const facts = callFactsOf({
      call: plenary.runner.call,
      documents: seat.documents.documents,
      sides,
      tracks: NO_TRACKS,
      devices: { cameras: [], microphones: [], speakers: [], ...NO_DEVICES },
      incidents: [],
      callCode: undefined,
      canShareScreen: false,
      nowMs: 0,
    })
    const screen = { screen: CALL_SCREEN_START, speaker: undefined, speaking: new Set<never>() }
    return callView(facts, { ...screen, said: [] })
  }
  return {
    view,
    /** Since it was asked last: which rooms it was told of, and what was said there beside heartbeats. */
    take: () => ({
      rooms: [...new Set(pushed.splice(0).map((one) => ('room' in one ? one.room : one.type)))],
      said: words.splice(0),
    }),
  }
}

const NO_DEVICES = { camera: 'default', microphone: 'default', speaker: 'default' }

test('the other side is sent and shown of a private talk what it is of a microphone that closes, and nothing else (R56)', async () => {
  const far = await watch(await sit(2))
  const [ada, ben] = [await sitInBoth(0), await sitInBoth(1)]
  const others = () => ben.caucus.runner.call.members.size
  await expect.poll(others, within).toBe(2)
  await expect.poll(() => ada.caucus.runner.call.joining.phase, within).toBe('in-call')
  const { runner } = ada.plenary
  const phase = () => runner.call.microphone.phase
  const openFar = () =>
    far.view().roster.flatMap(({ rows }) => rows.map(({ person }) => person.microphone))
  const open = async () => {
    runner.send(press)
    await expect.poll(openFar, within).toContain('open')
    far.take()
  }
  const closedFar = async () => {
    await expect.poll(openFar, within).not.toContain('open')
  }

  await open()
  runner.send(press)
  await closedFar()
  await forAWhile()
  const simply = { view: far.view(), ...far.take() }

  await open()
  ada.voice.take({ type: 'private-pressed', stays: false })
  await closedFar()
  await expect.poll(() => ada.voice.now.value.phase, within).toBe('speaking')
  await expect
    .poll(
      () =>
        [...ben.caucus.runner.call.members.values()].some(
          ({ microphone }) => 'track' in microphone,
        ),
      within,
    )
    .toBe(true)
  await forAWhile()
  const privately = { view: far.view(), ...far.take() }
  ada.voice.take({ type: 'private-let-go' })
  await expect.poll(() => ada.voice.now.value.phase, within).toBe('silent')
  await forAWhile()
  const after = { view: far.view(), ...far.take() }

  expect(phase()).toBe('closed')
  expect([simply.rooms, privately.rooms, after.rooms]).toEqual([
    ['plenary'],
    ['plenary'],
    expect.any(Array),
  ])
  expect(after.rooms.filter((room) => room !== 'plenary')).toEqual([])
  expect(privately.view).toEqual(simply.view)
  expect(after.view).toEqual(simply.view)
  expect(kindsOf(privately.said)).toEqual(kindsOf(simply.said))
  expect(kindsOf(after.said)).toEqual([])
  expect([...simply.said, ...privately.said, ...after.said].flatMap(unknownIn)).toEqual([])
})

/** What every heartbeat of a plenary says. */
const KNOWN = new Set(['word', 'nextMs', 'heads', 'microphone', 'tracks', 'hears', 'sees'])

function unknownIn(word: Word): readonly string[] {
  return word.word === 'heartbeat' ? Object.keys(word).filter((key) => !KNOWN.has(key)) : []
}

/** Without heartbeats, which come by the clock. */
function kindsOf(words: readonly Word[]): readonly string[] {
  return words.flatMap((word) =>
    word.word === 'heartbeat' ? [] : [`${word.word} ${Object.keys(word).toSorted().join()}`],
  )
}

/** Longer than a heartbeat waits for a change. */
function forAWhile(): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>()
  systemClock.after(1500, resolve)
  return promise
}

import { openCall, openSeat, systemClock, type OpenSeat } from '@parley/client'
import { aidePlaceOf, SideId } from '@parley/protocol'
import { startServer, type RunningServer } from '@parley/server'
import { FakeMedia, memoryKeyStore, planCall, type PlannedCall } from '@parley/testkit'
import { signal } from '@preact/signals-core'
import * as v from 'valibot'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { CallScreenEvent } from '../callEvent.ts'
import { FACTS } from '../callSamples/people.ts'
import { CALL_SCREEN_START } from '../callScreenState.ts'
import { callView, type CallView } from '../callView.ts'
import { callSides } from '../seat/callSides.ts'
import { AideModel } from './aideModel.ts'
import type { AideView } from './aideView.ts'
import { startAided } from './startAided.ts'

let running: RunningServer
let opened: AsyncDisposableStack

beforeEach(async () => {
  vi.stubGlobal('addEventListener', () => undefined)
  vi.stubGlobal('removeEventListener', () => undefined)
  opened = new AsyncDisposableStack()
  running = opened.use(await startServer())
})
afterEach(async () => {
  await opened.disposeAsync()
  vi.unstubAllGlobals()
})

const within = { timeout: 20_000, interval: 20 }
const chosen = { wantsCamera: false, camera: 'default', inputDevice: 'default' }
const side = v.parse(SideId, 'A'.repeat(11))
const FRENCH = { side, language: 'fr' }
const CLOSED = { is: 'closed', closedBy: 'start' } as const
const own = { screen: CALL_SCREEN_START, speaker: undefined, speaking: new Set<never>(), said: [] }
const row = { of: undefined, seat: undefined, name: undefined, sinceMs: undefined, partners: [] }
const SCREEN: CallView = {
  ...callView(FACTS, own),
  microphone: CLOSED,
  listening: {
    channels: [
      { ...row, key: 'french', channel: FRENCH, isChosen: false },
      { ...row, key: 'floor', channel: undefined, isChosen: true },
    ],
    hears: undefined,
    underPercent: 15,
    forSpeaker: undefined,
    said: [],
  },
}

/** The call's screen of the first seat, in the hands of a test. */
async function displayOf(seat: OpenSeat) {
  await seat.documents.caughtUp
  const plenary = opened.use(await openCall(seat, { media: new FakeMedia(), clock: systemClock }))
  plenary.runner.send({ type: 'join-pressed', atMs: systemClock.nowMs(), chosen })
  await expect.poll(() => plenary.runner.call.joining.phase, within).toBe('in-call')
  const view = signal(SCREEN)
  const done: CallScreenEvent[] = []
  const send = (event: CallScreenEvent) => void done.push(event)
  const screen = () => ({ view, speaker: signal(undefined) })
  const aided = opened.use(await startAided({ seat, plenary, screen, clock: systemClock, send }))
  return { plenary, view, done, aided, asked: () => aided.show(view.value).aided?.asked?.id ?? '' }
}

/** A console that was connected with one click. */
async function consoleOf(planned: PlannedCall) {
  const [first] = planned.seats
  if (!first) throw new Error('There are two')
  const { record } = await planned.sit(aidePlaceOf(first.seat))
  const ports = { server: planned.server, store: memoryKeyStore(), clock: systemClock }
  const parts = { ...ports, openSeat, sidesOf: callSides }
  const model = opened.use(new AideModel(parts, record))
  await model.open()
  model.send({ type: 'enter-pressed' })
  const view = (): AideView | undefined =>
    model.screen.value.is === 'console' ? model.screen.value.view.value : undefined
  const inside = () => {
    const now = view()
    return now?.phase === 'in' ? now : undefined
  }
  return { model, view, inside, display: () => inside()?.display }
}

async function both(aideOpens?: 'at-once') {
  const planned = opened.use(
    await planCall(running, {
      seatsEach: 1,
      clock: systemClock,
      ...(aideOpens && { aideOpens }),
    }),
  )
  const [first] = planned.seats
  if (!first) throw new Error('There are two')
  const screen = await displayOf(await planned.sit(first.seat))
  const aide = await consoleOf(planned)
  await expect.poll(() => aide.display()?.microphone, within).toBe('closed')
  return { planned, first, screen, aide }
}

test('a console shows the display as it says that it is, and what it orders is done there as if by hand (R62, R63)', async () => {
  const { screen, aide } = await both()
  expect(aide.display()).toMatchObject({ layout: 'delegation', camera: 'on', others: 7 })
  expect(screen.aided.show(SCREEN).aided).toEqual({ isThere: true, asked: undefined })

  aide.model.send({ type: 'layout-chosen', to: 'room' })
  await expect.poll(() => aide.inside()?.order?.is, within).toBe('done')
  aide.model.send({ type: 'channel-chosen', channel: FRENCH })
  await expect.poll(() => screen.done.length, within).toBe(2)
  aide.model.send({ type: 'camera-pressed' })
  await expect.poll(() => screen.done.length, within).toBe(3)

  expect(screen.done).toEqual([
    { type: 'display-chosen', display: 'room' },
    { type: 'listening-chosen', channel: FRENCH },
    { type: 'camera-pressed' },
  ])
  screen.view.value = { ...SCREEN, display: 'room', camera: 'off' }
  await expect.poll(() => aide.display(), within).toMatchObject({ layout: 'room', camera: 'off' })
})

test('an order to open asks on the screen, and a press there opens the microphone (R64)', async () => {
  const { screen, aide } = await both()
  aide.model.send({ type: 'microphone-pressed' })
  await expect.poll(() => screen.asked(), within).not.toBe('')
  await expect.poll(() => aide.inside()?.order?.is, within).toBe('asked')
  expect(screen.done).toEqual([])
  const press = () => {
    screen.aided.take({ type: 'aide-allowed', id: screen.asked() })
    return screen.done
  }

  await expect.poll(press, within).toEqual([{ type: 'microphone-pressed' }])
})

test('an order to close is no press: it closes, and opens nothing that was closed since (R64)', async () => {
  const { screen, aide } = await both()
  const { runner } = screen.plenary
  screen.view.value = { ...SCREEN, microphone: { is: 'open', closedBy: undefined } }
  await expect.poll(() => aide.display()?.microphone, within).toBe('open')
  aide.model.send({ type: 'microphone-pressed' })
  await expect.poll(() => aide.inside()?.order?.is, within).toBe('done')
  expect([runner.call.microphone.phase, screen.done]).toEqual(['closed', []])

  runner.send({ type: 'microphone-pressed' })
  expect(runner.call.microphone.phase).toBe('opening')
  aide.model.send({ type: 'microphone-pressed' })
  await expect.poll(() => runner.call.microphone.phase, within).toMatch(/clos/)
  expect(screen.done).toEqual([])
})

test('where the plan has the rule that every side signed, an order opens at once (R65)', async () => {
  const { screen, aide } = await both('at-once')
  expect(aide.view()?.opens).toBe('at-once')
  aide.model.send({ type: 'microphone-pressed' })
  await expect.poll(() => screen.done, within).toEqual([{ type: 'microphone-pressed' }])

  expect(screen.asked()).toBe('')
})

test('a console that its desk withdrew drives nothing, and the screen no longer says that it is there (R64)', async () => {
  const { first, screen, aide } = await both('at-once')
  aide.model.send({ type: 'layout-chosen', to: 'room' })
  await expect.poll(() => screen.done.length, within).toBe(1)
  await first.desk.withdrawAide(first.seat)
  aide.model.send({ type: 'microphone-pressed' })
  await expect
    .poll(() => aide.model.screen.value, within)
    .toEqual({
      is: 'failed',
      code: 'withdrawn',
    })

  await expect.poll(() => screen.aided.show(SCREEN).aided?.isThere, within).toBe(false)
  expect(screen.done).toEqual([{ type: 'display-chosen', display: 'room' }])
})

test('while one speaks privately a console neither asks nor opens, whatever the plan says (R65)', async () => {
  const { screen, aide } = await both('at-once')
  screen.view.value = { ...SCREEN, microphone: { is: 'unavailable', closedBy: 'private' } }
  await expect.poll(() => aide.display()?.microphone, within).toBe('private')
  aide.model.send({ type: 'microphone-pressed' })
  await expect.poll(() => aide.inside()?.order?.is, within).toBe('private')

  expect([screen.done, screen.asked()]).toEqual([[], ''])
})

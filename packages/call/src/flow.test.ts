import {
  camera,
  heartbeat,
  inCall,
  microphone,
  other,
  run,
  tickAt,
  ticks,
} from '@parley/testkit/twoInCall'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Call } from './callState.ts'
import { flowOf, type Flow } from './flow.ts'
import type { CallEvent } from './callEvent.ts'

const tracks = [
  { number: camera, kind: 'camera', name: 'c' },
  { number: microphone, kind: 'microphone', name: 'm' },
] as const

const opened: CallEvent = {
  type: 'opened-heard',
  from: other,
  track: microphone,
  first: 0,
  aim: {},
  n: 1,
  atMs: 0,
}

/** The other one with camera and open microphone, as of 0 ms. */
const [together] = run(inCall, tickAt(0), heartbeat(0, { tracks }), opened)

/** Of sound, a gap is left out: from then on, for so long. */
type Sent = { untilMs: number; perSecond: number; gap?: { fromMs: number; ms: number } }

/** The worker's count at that time, of a track on which so many frames came until then. */
function counted(atMs: number, { picture, sound }: { picture: Sent; sound: Sent }): CallEvent {
  const account = (track: typeof camera, { untilMs, perSecond, gap }: Sent) => {
    const lastMs = Math.min(atMs, untilMs)
    const apartMs = 1000 / perSecond
    const count = Math.floor(lastMs / apartMs)
    const goneMs = gap ? Math.min(gap.ms, Math.max(0, lastMs - gap.fromMs)) : 0
    const isInGap = gap && goneMs < gap.ms && goneMs > 0
    const lastCameMs = isInGap ? gap.fromMs : count * apartMs
    const quietMs = count > 0 ? atMs - lastCameMs : undefined
    const gone = Math.floor(goneMs / apartMs)
    // What is missing is known once something comes behind it.
    const missing = isInGap ? 0 : gone
    return { leaf: other, track, opened: count - gone, quietMs, missing, drops: {} }
  }
  const received = [account(camera, picture), account(microphone, sound)]
  return { type: 'frames-accounted', received, atMs }
}

const flowing = { untilMs: Infinity, perSecond: 20 }
const voice = { untilMs: Infinity, perSecond: 50 }

/** Counts once a second, the first after so long. */
function listen(
  firstMs: number,
  untilMs: number,
  sent: { picture?: Sent; sound?: Sent },
): readonly CallEvent[] {
  const all = { picture: flowing, sound: voice, ...sent }
  const times = Array.from(
    { length: Math.floor((untilMs - firstMs) / 1000) + 1 },
    (_, n) => firstMs + n * 1000,
  )
  return times.flatMap((atMs) => [tickAt(atMs), counted(atMs, all)])
}

function shown(atMs: number, size: { width: number; height: number } | undefined): CallEvent {
  return { type: 'picture-shown', leaf: other, number: camera, size, atMs }
}

function flowAt(call: Call, nowMs: number): Flow {
  const member = call.members.get(other)
  if (!member) throw new Error('The other one is in the room')
  return flowOf(member, { ...call, nowMs })
}

test('whoever freezes is shown as frozen within 3 s, whenever that is between two counts (R36)', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5000, max: 9000 }),
      fc.integer({ min: 1, max: 1000 }),
      (stopMs, firstMs) => {
        const stopped = {
          picture: { ...flowing, untilMs: stopMs },
          sound: { ...voice, untilMs: stopMs },
        }
        const [before] = run(together, ...listen(firstMs, stopMs, stopped))
        const [after] = run(together, ...listen(firstMs, stopMs + 3000, stopped))

        expect(flowAt(before, stopMs)).toBe('flowing')
        expect(flowAt(after, stopMs + 3000)).toBe('stopped')
      },
    ),
  )
})

test.each<[string, { picture?: Sent; sound?: Sent }, Flow]>([
  [
    'a picture that stands still under a live voice',
    { picture: { ...flowing, untilMs: 4000 } },
    'picture-stopped',
  ],
  [
    'a voice that stops under a live picture',
    { sound: { ...voice, untilMs: 4000 } },
    'sound-stopped',
  ],
  ['sound of which every third frame is lost', { sound: { ...voice, perSecond: 33 } }, 'slow'],
  ['three pictures a second', { picture: { ...flowing, perSecond: 3 } }, 'slow'],
  ['what comes as it is sent', {}, 'flowing'],
])('%s is told from the rest', (_, sent, flow) => {
  const [call] = run(together, ...listen(500, 7500, sent))

  expect(flowAt(call, 7500)).toBe(flow)
})

test('a second of sound that is left out is shown within 2 s of its end, for 5 s (R121)', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 5000, max: 9000 }),
      fc.integer({ min: 1, max: 1000 }),
      fc.integer({ min: 240, max: 1400 }),
      (fromMs, firstMs, ms) => {
        const broken = { sound: { ...voice, gap: { fromMs, ms } } }
        const untilMs = (atMs: number) => run(together, ...listen(firstMs, atMs, broken))[0]
        const endMs = fromMs + ms

        expect(flowAt(untilMs(fromMs), fromMs)).toBe('flowing')
        expect(flowAt(untilMs(endMs + 1100), endMs + 1100)).toBe('sound-broken')
        expect(flowAt(untilMs(endMs + 6100), endMs + 6100)).toBe('flowing')
      },
    ),
  )
})

test('a few packets of sound that are lost are no gap, and neither is what went by while one was lost oneself', () => {
  const few = { sound: { ...voice, gap: { fromMs: 4000, ms: 180 } } }
  const away = { sound: { ...voice, gap: { fromMs: 4000, ms: 5500 } } }
  const [lossy] = run(together, ...listen(500, 5500, few))
  const [lost] = run(
    together,
    ...listen(500, 3500, {}),
    { type: 'media-lost', atMs: 4000 },
    ...listen(4500, 8500, away),
    { type: 'media-back' },
    ...listen(9500, 10_500, away),
  )

  expect([flowAt(lossy, 5500), flowAt(lost, 10_500)]).toEqual(['flowing', 'flowing'])
})

test('frames that come again are shown as such with the next count', () => {
  const [stopped] = run(together, ...listen(500, 7500, { picture: { ...flowing, untilMs: 4000 } }))
  const [call] = run(stopped, ...listen(8500, 8500, {}))

  expect(flowAt(call, 8500)).toBe('flowing')
})

test('a closed microphone and a camera that is off stop nothing', () => {
  const silent = { picture: { ...flowing, untilMs: 4000 }, sound: { ...voice, untilMs: 4000 } }
  const [call] = run(
    together,
    ...listen(500, 3500, {}),
    { type: 'closed-heard', from: other, after: 200, n: 2 },
    heartbeat(4000, { tracks: [] }),
    ...listen(4500, 9500, silent),
  )

  expect(flowAt(call, 9500)).toBe('flowing')
})

test('a picture that is out of sight does not come, and is given its time once it is in sight', () => {
  const gone = { picture: { ...flowing, untilMs: 4000 } }
  const [hidden] = run(
    together,
    ...listen(500, 3500, {}),
    shown(4000, undefined),
    ...listen(4500, 9500, gone),
  )
  const [back] = run(
    hidden,
    shown(9600, { width: 320, height: 180 }),
    ...listen(10_500, 10_500, gone),
  )
  const [later] = run(back, ...listen(11_500, 11_500, gone))

  expect([flowAt(hidden, 9500), flowAt(back, 10_500), flowAt(later, 11_500)]).toEqual([
    'flowing',
    'flowing',
    'picture-stopped',
  ])
})

test('whoever is lost oneself calls nobody frozen, and waits again once back', () => {
  const gone = { picture: { ...flowing, untilMs: 4000 }, sound: { ...voice, untilMs: 4000 } }
  const [lost] = run(
    together,
    ...listen(500, 3500, {}),
    { type: 'media-lost', atMs: 4000 },
    ...listen(4500, 9500, gone),
  )
  const [back] = run(lost, { type: 'media-back' }, ...listen(10_500, 11_500, gone))
  const [later] = run(back, ...listen(12_500, 12_500, gone))

  expect([flowAt(lost, 9500), flowAt(back, 11_500), flowAt(later, 12_500)]).toEqual([
    'flowing',
    'flowing',
    'stopped',
  ])
})

test('a sound that never came is missed after 6 s, for a line takes its time', () => {
  const never = { sound: { ...voice, untilMs: 0 } }
  const [early] = run(together, ...listen(500, 5500, never))
  const [late] = run(together, ...listen(500, 6500, never))

  expect([flowAt(early, 5500), flowAt(late, 6500)]).toEqual(['flowing', 'sound-stopped'])
})

test('a page that counts no more calls nobody frozen', () => {
  const [call] = run(together, ...listen(500, 3500, {}), ...ticks(4000, 60_000))

  expect(flowAt(call, 60_000)).toBe('flowing')
})

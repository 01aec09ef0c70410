import { ally, heartbeat, inCall, other, run, seated, tickAt, you } from '@parley/testkit/twoInCall'
import { expect, test } from 'vitest'
import type { CallEvent } from './callEvent.ts'
import type { Call } from './callState.ts'
import { lateSoundMs } from './soundWay.ts'

const measured = (lineMs: number | undefined, bufferMs: number | undefined): CallEvent => ({
  type: 'way-measured',
  lineMs,
  buffersMs: new Map(bufferMs === undefined ? [] : [[other, bufferMs]]),
})

/** Of the other one's sound. */
function lateMs({ members, soundWay }: Call): number | undefined {
  const member = members.get(other)
  return member && lateSoundMs(member, soundWay)
}

test('sound is late by the speaker’s way, one’s own way and one’s own buffer, all three (R38)', () => {
  const [call] = run(inCall, heartbeat(0, { lineMs: 700 }), measured(350.4, 100), tickAt(1))

  expect(lateMs(call)).toBe(1150)
})

test('it is late above a second, and from then on until it takes less than 0.8 (R38)', () => {
  let [call] = run(inCall, heartbeat(0, { lineMs: 500 }))
  const seen = [500, 501, 400, 301, 300, 499, 501].map((bufferMs, n) => {
    call = run(call, measured(0, bufferMs), tickAt(n))[0]
    return [bufferMs, lateMs(call)]
  })

  expect(seen).toEqual([
    [500, undefined],
    [501, 1001],
    [400, 900],
    [301, 801],
    [300, undefined],
    [499, undefined],
    [501, 1001],
  ])
})

test('nothing is claimed of a way of which a part is not known', () => {
  const far = heartbeat(0, { lineMs: 5000 })
  const unsaid = heartbeat(0)

  for (const events of [
    [unsaid, measured(5000, 5000)],
    [far, measured(undefined, 5000)],
    [far, measured(5000, undefined)],
    [far],
  ])
    expect(lateMs(run(inCall, ...events, tickAt(1))[0])).toBe(undefined)
})

test('what was measured over a line that was lost is not said of the next one', () => {
  const [late] = run(inCall, heartbeat(0, { lineMs: 900 }), measured(900, 10), tickAt(1))
  const [lost] = run(late, { type: 'media-lost', atMs: 2 }, tickAt(3), { type: 'media-back' })

  expect(lateMs(late)).toBe(1810)
  expect([lateMs(lost), lost.soundWay.lineMs]).toEqual([undefined, undefined])
})

test('of several it is said of the one whose sound is late, and a change that changes nobody makes nothing new', () => {
  const [call] = run(
    inCall,
    seated(0, you, other, ally),
    heartbeat(0, { lineMs: 900 }),
    heartbeat(0, { lineMs: 20 }, ally),
    {
      type: 'way-measured',
      lineMs: 90,
      buffersMs: new Map([other, ally].map((leaf) => [leaf, 60])),
    },
    tickAt(1),
  )
  const [later] = run(call, tickAt(2))

  expect(call.soundWay.late).toEqual(new Set([other]))
  expect(later.soundWay).toBe(call.soundWay)
})

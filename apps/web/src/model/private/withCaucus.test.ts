import { heartbeat, inCall, microphone, other, run, seatOf } from '@parley/testkit/twoInCall'
import { expect, test } from 'vitest'
import { FACTS } from '../callSamples/people.ts'
import { withCaucus } from './withCaucus.ts'

const tracks = [{ number: microphone, kind: 'microphone', name: 'm' }] as const

test('a private voice that is not of the device of whoever it is said to be is shown as one in the call (R73)', () => {
  const [person, ...others] = FACTS.people.slice(1)
  if (!person) throw new Error('There are people in the samples')
  const facts = { ...FACTS, people: [{ ...person, seat: seatOf(other) }, ...others], nowMs: 1000 }
  const [caucus] = run(inCall, heartbeat(900, { tracks }), {
    type: 'doubted',
    leaf: other,
    track: microphone,
    is: 'foreign',
    atMs: 1000,
  })

  const told = withCaucus(facts, caucus)

  expect(told.people.map(({ doubts }) => doubts.sound?.is)).toEqual([
    'foreign',
    ...others.map(() => undefined),
  ])
  expect(told.incidents).toMatchObject([{ type: 'foreign', seat: seatOf(other), of: 'sound' }])
})

test('without a room of one’s own side nothing is added', () => {
  expect(withCaucus(FACTS, undefined)).toBe(FACTS)
})

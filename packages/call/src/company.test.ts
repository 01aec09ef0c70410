import {
  heartbeat,
  inCall,
  other,
  run,
  seatOf,
  seated,
  tickAt,
  you,
} from '@parley/testkit/twoInCall'
import { expect, test } from 'vitest'

const aita = { name: 'Aita Caviezel', office: 'Security' }
const gion = { name: 'Gion Derungs', office: '' }
const beats = (call: typeof inCall, atMs: number) =>
  run(call, tickAt(atMs))[1].filter((effect) => effect.do === 'say-heartbeat')
const changes = ({ incidents }: typeof inCall) =>
  incidents.filter((incident) => incident.type === 'company')

test('whom somebody comes in with is known, and is no news', () => {
  const [call] = run(inCall, seated(0, you, other), heartbeat(1, { company: [aita] }))

  expect(call.company.others.get(seatOf(other))).toEqual([aita])
  expect(changes(call)).toEqual([])
})

test('who comes into the room of another, and who leaves it, is told once (R57)', () => {
  const [call] = run(
    inCall,
    heartbeat(1, { company: [aita] }),
    heartbeat(2, { company: [gion] }),
    heartbeat(3, { company: [gion] }),
  )

  expect(changes(call)).toMatchObject([{ seat: seatOf(other), came: [gion], gone: [aita] }])
})

test('somebody who was heard alone for a while and then declares others is told of', () => {
  const [call] = run(inCall, heartbeat(1), heartbeat(2, { company: [gion] }))

  expect(changes(call)).toMatchObject([{ came: [gion], gone: [] }])
})

test('who comes back with another company is told of, and who says nothing takes nothing back', () => {
  const back = heartbeat(4, { company: [] })
  const [call] = run(
    inCall,
    heartbeat(1, { company: [aita] }),
    heartbeat(2),
    seated(3, you),
    seated(3, you, other),
    back,
  )

  expect(changes(call)).toMatchObject([{ came: [], gone: [aita] }])
})

test('nothing is taken of somebody who is held', () => {
  const held = { leaf: other, seat: seatOf(other), side: inCall.you.side, identity: 'identity 1' }
  const [call] = run(
    inCall,
    { type: 'members-changed', atMs: 0, members: [{ ...held, heldFor: 'withdrawn' }] },
    heartbeat(1, { company: [aita] }),
  )

  expect(call.company.others.size).toBe(0)
})

test('one’s own company is said soon after it changes', () => {
  const [heard] = run(inCall, tickAt(10_000))
  const [declared] = run(heard, { type: 'company-declared', company: [aita] })

  expect(beats(heard, 11_000)).toEqual([])
  expect(beats(declared, 11_000)).toHaveLength(1)
})

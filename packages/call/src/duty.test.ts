import {
  ally,
  heartbeat,
  inCall,
  leafKey,
  other,
  run,
  seated,
  seatOf,
  sideOf,
  start,
  tickAt,
  you,
} from '@parley/testkit/twoInCall'
import { expect, test } from 'vitest'
import type { CallEvent } from './callEvent.ts'

const heldFor = (code: string): CallEvent => ({
  type: 'members-changed',
  atMs: 0,
  members: [you, other, ally].map((leaf) => ({
    leaf,
    seat: seatOf(leaf),
    side: sideOf(leaf),
    identity: `identity ${leaf}`,
    heldFor: leaf === other ? code : undefined,
  })),
})
const out = (because: string) => ({ do: 'remove', leaves: [other], because })

test.each(['not-agreed', 'not-cleared', 'early', 'expired'])(
  'one who is held as %s goes once somebody else knows the same lists, not before (R22)',
  (code) => {
    const [call, alone] = run(
      inCall,
      heldFor(code),
      heartbeat(100, { lists: 'older' }, ally),
      tickAt(200),
    )
    const [, shared] = run(call, heartbeat(300, {}, ally), tickAt(400))

    expect(alone.map((effect) => effect.do)).not.toContain('remove')
    expect(shared).toContainEqual(out(code === 'expired' ? 'expired' : 'not-agreed'))
  },
)

test('a withdrawal counts at once, whoever else knows of it (R12)', () => {
  const [, effects] = run(inCall, heldFor('withdrawn'), tickAt(200))

  expect(effects).toContainEqual(out('withdrawn'))
})

test('lists that changed here are shared only once somebody says so of the new ones', () => {
  const [, effects] = run(
    inCall,
    heldFor('not-agreed'),
    heartbeat(100, {}, ally),
    { type: 'heads-changed', heads: 'newer', atMs: 150 },
    tickAt(200),
  )

  expect(effects.map((effect) => effect.do)).not.toContain('remove')
})

test('a leaver is taken out by the lowest living leaf at once, by the next one 300 ms later (R25)', () => {
  const [second] = run(
    start,
    { type: 'join-pressed', atMs: 0 },
    { type: 'entered', leaf: other, epoch: 1, mustHear: 'nobody', leafKey },
    seated(0, you, other, ally),
    { type: 'leave-heard', from: ally },
    tickAt(100),
  )

  expect(run(second, tickAt(399))[1].map((effect) => effect.do)).not.toContain('remove')
  expect(run(second, tickAt(400))[1]).toContainEqual({
    do: 'remove',
    leaves: [ally],
    because: 'left',
  })
})

test('of several who have to go, who is withdrawn goes first, and the next look takes the others', () => {
  const [call, first] = run(
    inCall,
    heldFor('withdrawn'),
    { type: 'leave-heard', from: ally },
    tickAt(200),
  )
  const [, then] = run(call, tickAt(450))

  expect(first).toContainEqual(out('withdrawn'))
  expect(then).toContainEqual({ do: 'remove', leaves: [ally], because: 'left' })
})

test('a device with a wrong clock, for which everybody’s pass has expired, takes nobody out (R22)', () => {
  const expired: CallEvent = {
    type: 'members-changed',
    atMs: 0,
    members: [you, other, ally].map((leaf) => ({
      leaf,
      seat: seatOf(leaf),
      side: sideOf(leaf),
      identity: `identity ${leaf}`,
      heldFor: 'expired',
    })),
  }

  const [, effects] = run(inCall, expired, heartbeat(100, {}, ally), tickAt(200))

  expect(effects.map((effect) => effect.do)).not.toContain('remove')
})

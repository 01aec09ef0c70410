import {
  greenRoom,
  step,
  stepInBooth,
  type Call,
  type CallEffect,
  type CallEvent,
  type Heard,
} from '@parley/call'
import { LeafIndex, PLENARY, PublicKey, SeatId, SideId, TrackNumber } from '@parley/protocol'
import * as v from 'valibot'

const leafAt = (index: number): LeafIndex => v.parse(LeafIndex, index)

/** Oneself, somebody of the other side, and somebody of one's own. */
export const [you, other, ally] = [leafAt(0), leafAt(1), leafAt(2)]

export const leafKey = v.parse(PublicKey, 'A'.repeat(43))
export const secondKey = v.parse(PublicKey, `${'B'.repeat(42)}A`)

/** Of the other one's camera and microphone, and of one's own microphone. */
export const [camera, microphone, track] = [6, 5, 7].map((n) => v.parse(TrackNumber, n)) as [
  TrackNumber,
  TrackNumber,
  TrackNumber,
]

/** The seat of a leaf. */
export const seatOf = (leaf: LeafIndex): SeatId =>
  v.parse(SeatId, `${`seat${leaf}`.padEnd(10, '0')}A`)
const sides = ['own', 'far', 'own'].map((name) => v.parse(SideId, `${name.padEnd(10, '0')}A`))
/** The side of a leaf. */
export const sideOf = (leaf: LeafIndex): SideId => sides[leaf] as SideId

/** Those leaves are the room. */
export function seated(atMs: number, ...leaves: readonly LeafIndex[]): CallEvent {
  const members = leaves.map((leaf) => ({
    leaf,
    seat: seatOf(leaf),
    side: sideOf(leaf),
    identity: `identity ${leaf}`,
    heldFor: undefined,
  }))
  return { type: 'members-changed', atMs, members }
}

/** The other one's word of itself. */
export function heartbeat(
  atMs: number,
  said: Partial<Heard> = {},
  from: LeafIndex = other,
): CallEvent {
  const nothing = {
    lists: 'same' as const,
    tracks: [],
    hears: new Set<LeafIndex>(),
    sees: new Set<LeafIndex>(),
  }
  return { type: 'heartbeat-heard', from, heard: { atMs, nextMs: 5000, ...nothing, ...said } }
}

/** The clock moved on. */
export function tickAt(nowMs: number): CallEvent & { type: 'ticked' } {
  return { type: 'ticked', nowMs }
}

/** The clock moved on from one time to the other, looked at every second. */
export function ticks(fromMs: number, toMs: number): readonly CallEvent[] {
  const whole = Array.from(
    { length: Math.ceil((toMs - fromMs) / 1000) },
    (_, n) => fromMs + n * 1000,
  )
  return [...whole, toMs].map((nowMs) => tickAt(nowMs))
}

/** One event after the other; all that they asked for. */
export function run(call: Call, ...events: readonly CallEvent[]): [Call, CallEffect[]] {
  return runBy(step, call, events)
}

/** The same on an interpreter's device. */
export function runInBooth(call: Call, ...events: readonly CallEvent[]): [Call, CallEffect[]] {
  return runBy(stepInBooth, call, events)
}

function runBy(by: typeof step, call: Call, events: readonly CallEvent[]): [Call, CallEffect[]] {
  const effects: CallEffect[] = []
  for (const event of events) {
    const [next, more] = by(call, event)
    call = next
    effects.push(...more)
  }
  return [call, effects]
}

export const start = greenRoom(
  { seat: seatOf(you), side: sideOf(you), room: PLENARY },
  { wantsCamera: true, camera: 'default', inputDevice: 'desk' },
)

/** Two in the call, as of 0 ms; nobody was heard yet. */
export const [inCall] = run(
  start,
  { type: 'join-pressed', atMs: 0 },
  { type: 'entered', leaf: you, epoch: 1, mustHear: 'nobody', leafKey },
  seated(0, you, other),
)

/** The same with one's own microphone open. */
export const [speaking] = run(
  inCall,
  { type: 'microphone-pressed' },
  { type: 'gate-opened', track, from: 5 },
)

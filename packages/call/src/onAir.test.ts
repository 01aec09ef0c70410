import { LeafIndex, PLENARY, type PublicKey } from '@parley/protocol'
import { leafKey, seatOf, sideOf, track, you } from '@parley/testkit/twoInCall'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { CallEffect, CallEvent } from './callEvent.ts'
import { greenRoom, type Call } from './callState.ts'
import type { MicrophoneWord } from './microphoneWord.ts'
import { stepInBooth } from './stepInBooth.ts'

/** A word in the log: of a microphone, or of an offer. */
type Logged = { by: number } & ({ microphone: MicrophoneWord } | { to?: LeafIndex })

/** An interpreter at a device: the worker answers, the line sends and the log is heard when the test says so. */
type Interpreter = {
  call: Call
  answers: CallEvent[]
  outbox: Logged[]
  heard: number
  isGateOpen: boolean
  /** How long the log was when the gate was opened and closed, each time. */
  openings: { from: number; until: number }[]
}

const INTERPRETERS = [0, 1, 2] as const
const into = 'fr'
const leafAt = (index: number): LeafIndex => v.parse(LeafIndex, index)
const members: CallEvent = {
  type: 'members-changed',
  atMs: 0,
  members: INTERPRETERS.map((index) => ({
    leaf: leafAt(index),
    seat: seatOf(leafAt(index)),
    side: sideOf(you),
    identity: `identity ${index}`,
    heldFor: undefined,
  })),
}

/** A booth of three, and somebody who plays the newest opener of it. */
class Booth {
  readonly log: Logged[] = []
  readonly interpreters = INTERPRETERS.map((index) => this.#seat(index))
  #listenerHeard = 0
  #nowMs = 0

  do(what: 'press' | 'offer' | 'worker' | 'line' | 'hear' | 'tick', index: number): void {
    const one = this.#at(index)
    switch (what) {
      case 'press':
        // Nobody presses a microphone that is open: that would close it.
        if (one.call.microphone.phase === 'closed')
          this.#take(index, { type: 'microphone-pressed', aim: { into } })
        return
      case 'offer': {
        const to = leafAt((index + 1) % INTERPRETERS.length)
        return this.#take(index, { type: 'hand-over-pressed', to, atMs: 0 })
      }
      case 'worker': {
        const answer = one.answers.shift()
        if (answer) this.#take(index, answer)
        return
      }
      case 'line':
        this.log.push(...one.outbox.splice(0, 1))
        return
      case 'hear': {
        const entry = this.log[one.heard]
        if (!entry) return
        one.heard++
        for (const event of heardBy(index, { entry, atMs: this.#nowMs })) this.#take(index, event)
        return
      }
      case 'tick':
        this.#nowMs += 250
        return this.#take(index, { type: 'ticked', nowMs: this.#nowMs })
    }
  }

  listen(): void {
    this.#listenerHeard = Math.min(this.log.length, this.#listenerHeard + 1)
  }

  /** Until nothing is under way. */
  settle(): void {
    for (let round = 0; round < 40; round++)
      for (const index of INTERPRETERS)
        for (const what of ['worker', 'line', 'hear', 'tick'] as const) this.do(what, index)
    while (this.#listenerHeard < this.log.length) this.listen()
  }

  /** Whom the listener plays, of those who may be played; undefined before the first has opened. */
  get played(): number | undefined {
    const open = new Set<number>()
    for (const entry of this.log.slice(0, this.#listenerHeard)) {
      if (!('microphone' in entry)) continue
      open.delete(entry.by)
      if (entry.microphone.open) open.add(entry.by)
    }
    return [...open].at(-1)
  }

  get hasOpened(): boolean {
    return this.log
      .slice(0, this.#listenerHeard)
      .some((entry) => 'microphone' in entry && entry.microphone.open)
  }

  /** Whether frames of that one come to the listener: sound takes as long as words do. */
  isHeard(index: number): boolean {
    return this.#at(index).openings.some(
      ({ from, until }) => from <= this.#listenerHeard && this.#listenerHeard <= until,
    )
  }

  get gatesOpen(): readonly number[] {
    return INTERPRETERS.filter((index) => this.#at(index).isGateOpen)
  }

  #seat(index: number): Interpreter {
    const leaf = leafAt(index)
    const call = greenRoom({ seat: seatOf(leaf), side: sideOf(you), room: PLENARY })
    const key: PublicKey = leafKey
    const events: readonly CallEvent[] = [
      { type: 'join-pressed', atMs: 0 },
      { type: 'entered', leaf, epoch: 1, mustHear: 'nobody', leafKey: key },
      members,
      ...INTERPRETERS.filter((other) => other !== index).map((other): CallEvent => ({
        type: 'closed-heard',
        from: leafAt(other),
        after: undefined,
        n: 0,
      })),
    ]
    const seated = events.reduce((now, event) => stepInBooth(now, event)[0], call)
    return { call: seated, answers: [], outbox: [], heard: 0, isGateOpen: false, openings: [] }
  }

  #at(index: number): Interpreter {
    const one = this.interpreters[index]
    if (!one) throw new Error('Nobody sits there')
    return one
  }

  #take(index: number, event: CallEvent): void {
    const one = this.#at(index)
    const [call, effects] = stepInBooth(one.call, event)
    one.call = call
    for (const effect of effects) this.#carryOut(index, effect)
  }

  #carryOut(index: number, effect: CallEffect): void {
    const one = this.#at(index)
    switch (effect.do) {
      case 'open-gate':
        one.isGateOpen = true
        one.openings.push({ from: this.log.length, until: Infinity })
        one.answers.push({ type: 'gate-opened', track, from: 1 })
        return
      case 'close-gate':
        if (one.isGateOpen)
          one.openings.push({ from: one.openings.pop()?.from ?? 0, until: this.log.length })
        one.isGateOpen = false
        one.answers.push({ type: 'gate-closed', track, after: 2 })
        return
      case 'say-microphone':
        one.outbox.push({ by: index, microphone: one.call.microphoneWord })
        return
      case 'say': {
        const { to } = effect.word as { to?: LeafIndex }
        one.outbox.push({ by: index, ...(to !== undefined && { to }) })
        return
      }
      default:
    }
  }
}

function heardBy(
  index: number,
  { entry, atMs }: { entry: Logged; atMs: number },
): readonly CallEvent[] {
  const from = leafAt(entry.by)
  if (!('microphone' in entry)) {
    const said = { type: 'hand-over-heard', from, into, atMs } as const
    return entry.by === index ? [] : [entry.to === undefined ? said : { ...said, to: entry.to }]
  }
  const { n, open, closed } = entry.microphone
  if (entry.by === index) return [{ type: 'own-microphone-heard', n }]
  if (!open) return [{ type: 'closed-heard', from, after: closed?.after, n }]
  return [
    { type: 'opened-heard', from, track: open.track, first: open.from, aim: { into }, n, atMs },
  ]
}

const moves = fc.array(
  fc.record({
    what: fc.constantFrom('press', 'offer', 'worker', 'line', 'hear', 'tick', 'listen'),
    index: fc.constantFrom(...INTERPRETERS),
  }),
  { minLength: 20, maxLength: 120 },
)

test('in a booth where nobody closes, a listener hears exactly one from the first opening on (R46)', () => {
  fc.assert(
    fc.property(moves, (sequence) => {
      const booth = new Booth()
      for (const { what, index } of sequence) {
        if (what === 'listen') booth.listen()
        else booth.do(what, index)
        const { played } = booth
        if (!booth.hasOpened) continue
        expect(played).toBeDefined()
        expect(booth.isHeard(played ?? -1)).toBe(true)
        expect(booth.gatesOpen).not.toEqual([])
      }
      booth.settle()
      expect(booth.gatesOpen).toEqual([booth.played].filter((one) => one !== undefined))
    }),
    { numRuns: 2000 },
  )
})

import { setImmediate } from 'node:timers/promises'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { FrameRoom } from './messages.ts'
import { ManualClock } from './testing/manualClock.ts'
import { PageRooms } from './testing/pageRooms.ts'

const DEEDS = {
  open: 5,
  seal: 15,
  close: 1,
  'forget-epochs': 1,
  'install-epoch': 1,
  'clear-gate': 1,
  'end-room': 1,
  'hold-back': 1,
} as const

type Deed = keyof typeof DEEDS
type Happens = { room: FrameRoom; deed: Deed } | 'a moment passes' | 'all is sealed'

const deeds = Object.entries(DEEDS) as [Deed, number][]
const happens = fc.oneof(
  {
    weight: 10,
    arbitrary: fc.record({
      room: fc.constantFrom<FrameRoom>('plenary', 'caucus'),
      deed: fc.oneof(...deeds.map(([deed, weight]) => ({ weight, arbitrary: fc.constant(deed) }))),
    }),
  },
  { weight: 1, arbitrary: fc.constant('a moment passes' as const) },
  { weight: 1, arbitrary: fc.constant('all is sealed' as const) },
)

/** A page in both rooms, beside what should be: whose the gate is, and each time that it changed hands. */
class Watched {
  readonly passed: { room: FrameRoom; given: Hand; out: Hand }[] = []
  dropped = 0
  readonly #page = new PageRooms(new ManualClock(), 0)
  readonly #sealing: Promise<void>[] = []
  #hand: Hand = { of: undefined, turn: 0 }
  #tracks = 0
  readonly #trackOf = { plenary: 0, caucus: 0 }

  constructor() {
    this.#begin('plenary')
    this.#begin('caucus')
  }

  async follow(all: readonly Happens[]): Promise<void> {
    for (const each of all)
      if (each === 'a moment passes') await setImmediate()
      else if (each === 'all is sealed') await Promise.all(this.#sealing)
      else this.#do(each.deed, each.room)
    await Promise.all(this.#sealing)
  }

  #do(deed: Deed, room: FrameRoom): void {
    const { rooms } = this.#page
    const track = this.#trackOf[room]
    const isOpen = this.#hand.of === room
    switch (deed) {
      case 'open':
        if (!isOpen) this.#pass(room)
        return void this.#page.open(room, track)
      case 'close':
        if (isOpen) this.#pass(undefined)
        return this.#page.close(room, track)
      case 'seal':
        return void this.#sealing.push(this.#seal(room))
      case 'forget-epochs':
        if (isOpen) this.#pass(undefined)
        rooms.handle({ room, do: 'forget-epochs' })
        return this.#page.install(room)
      case 'install-epoch':
        return this.#page.install(room)
      case 'clear-gate':
        this.#pass(undefined)
        return rooms.handle({ room, do: 'clear-gate' })
      case 'end-room':
        if (isOpen) this.#pass(undefined)
        rooms.handle({ room, do: 'end-room' })
        return this.#begin(room)
      case 'hold-back':
        rooms.handle({ room, do: 'hold-back', isHeld: true })
        return rooms.handle({ room, do: 'hold-back', isHeld: false })
    }
  }

  async #seal(room: FrameRoom): Promise<void> {
    const given = this.#hand
    const sealed = await this.#page.seal(room)
    if (typeof sealed === 'string') this.dropped++
    else this.passed.push({ room, given, out: this.#hand })
  }

  #pass(of: FrameRoom | undefined): void {
    this.#hand = { of, turn: this.#hand.turn + 1 }
  }

  /** No number of a track is given twice. */
  #begin(room: FrameRoom): void {
    this.#trackOf[room] = ++this.#tracks
    this.#page.begin(room, this.#tracks)
  }
}

type Hand = { of: FrameRoom | undefined; turn: number }

test('in whatever order two rooms are opened, closed and re-keyed, no frame passes but of the room that had the gate all the while (R50)', async () => {
  let passed = 0
  let dropped = 0
  await fc.assert(
    fc.asyncProperty(fc.array(happens, { minLength: 50, maxLength: 80 }), async (all) => {
      const page = new Watched()

      await page.follow(all)

      for (const { room, given, out } of page.passed) expect([given.of, out]).toEqual([room, given])
      passed += page.passed.length
      dropped += page.dropped
    }),
    { numRuns: 1000 },
  )
  expect([passed > 1000, dropped > 1000]).toEqual([true, true])
}, 60_000)

import type { Bytes } from '@parley/protocol'
import { FrameRooms } from '../frameRooms.ts'
import type { MediaFrame } from '../mediaFrame.ts'
import type { FrameRoom, TransformId, WorkerReport } from '../messages.ts'
import type { ManualClock } from './manualClock.ts'
import { leafOf, trackOf, words } from './side.ts'

/** The rooms of one member's page without a browser, under other keys each and else alike: one sender, one receiver. */
export class PageRooms {
  readonly rooms: FrameRooms
  readonly reports: WorkerReport[] = []
  readonly #clock: ManualClock
  readonly #leaf: number
  #epoch = 0
  #asked = 0

  constructor(clock: ManualClock, leaf: number) {
    this.#clock = clock
    this.#leaf = leaf
    this.rooms = new FrameRooms(clock, (report) => this.reports.push(report))
  }

  /** Lets out what its sender seals, under the first epoch. */
  begin(room: FrameRoom, track: number, { isMicrophone = true } = {}): void {
    this.install(room, 0)
    this.rooms.handle({ room, do: 'hold-back', isHeld: false })
    const id = this.senderOf(room)
    this.rooms.handle({ room, do: 'bind-sender', id, track: trackOf(track), isMicrophone })
  }

  /** The key is the same for all who are in the room, and no other room's. */
  install(room: FrameRoom, epoch: number = ++this.#epoch): void {
    const baseKey = new Uint8Array(32).fill(room === 'plenary' ? 1 : 2)
    const leaves = [0, 1].map((leaf) => ({ leaf: leafOf(leaf), since: 0 }))
    const you = leafOf(this.#leaf)
    this.rooms.handle({ room, do: 'install-epoch', epoch, baseKey, you, leaves, cause: 'join' })
  }

  /** In every epoch. Where it is a microphone's, its words say that it is open. */
  hears(room: FrameRoom, { leaf, track }: { leaf: number; track: number }): void {
    const of = { leaf: leafOf(leaf), track: trackOf(track) }
    const id = this.receiverOf(room)
    this.rooms.handle({ room, do: 'bind-receiver', id, ...of, isMicrophone: true })
    this.rooms.handle({ room, do: 'set-bounds', ...of, bounds: { from: 0, after: undefined } })
  }

  /** The number of the question. */
  open(room: FrameRoom, track: number): number {
    this.rooms.handle({ room, do: 'open-gate', ask: ++this.#asked, track: trackOf(track) })
    return this.#asked
  }

  close(room: FrameRoom, track: number): void {
    this.rooms.handle({ room, do: 'close-gate', ask: ++this.#asked, track: trackOf(track) })
  }

  seal(room: FrameRoom): Promise<Bytes | string> {
    return this.rooms.engineOf(room).seal(this.senderOf(room), this.frame(words()))
  }

  play(room: FrameRoom, data: Bytes | string): Promise<Bytes | string> {
    if (typeof data === 'string') throw new Error(`was not sealed: ${data}`)
    return this.rooms.engineOf(room).open(this.receiverOf(room), this.frame(data))
  }

  frame(data: Bytes): MediaFrame {
    return { data, mimeType: 'audio/opus', isKeyFrame: false, arrivedAtMs: this.#clock.nowMs() }
  }

  senderOf(room: FrameRoom): TransformId {
    return room === 'plenary' ? 1 : 3
  }

  receiverOf(room: FrameRoom): TransformId {
    return room === 'plenary' ? 2 : 4
  }
}

import type { MediaEpoch, MediaLeaf, MicrophoneBounds } from '@parley/call'
import type { LeafIndex, TrackNumber } from '@parley/protocol'
import { ageLeaves, sinceOf, type LeafAges } from './leafAges.ts'
import type { WorkerRoom } from './workerRoom.ts'

type Bound = { leaf: LeafIndex; track: TrackNumber; bounds: MicrophoneBounds }

/** What the frame worker is told of a room's epochs, and of what its members signed of their microphones. */
export class RoomEpochs {
  readonly #worker: WorkerRoom
  readonly #bounds = new Map<string, Bound>()
  #you: MediaLeaf | undefined
  #ages: LeafAges = new Map()

  constructor(worker: WorkerRoom) {
    this.#worker = worker
  }

  /** As the port has it. */
  async install(installed: MediaEpoch): Promise<void> {
    const { epoch, you, leaves } = installed
    if (this.#you?.identity !== you.identity) this.#forget()
    this.#you = you
    const before = this.#ages
    this.#ages = ageLeaves(before, epoch, leaves)
    for (const [key, { leaf }] of this.#bounds)
      if (before.has(leaf) && before.get(leaf) !== this.#ages.get(leaf)) this.#bounds.delete(key)
    await this.#worker.install({
      ...installed,
      do: 'install-epoch',
      you: you.leaf,
      leaves: sinceOf(this.#ages),
    })
  }

  /** As the port has it. */
  setBounds(leaf: LeafIndex, track: TrackNumber, bounds: MicrophoneBounds | undefined): void {
    const key = `${leaf}/${track}`
    if (bounds) this.#bounds.set(key, { leaf, track, bounds })
    else this.#bounds.delete(key)
    this.#worker.send({ do: 'set-bounds', leaf, track, bounds })
  }

  /** Another leaf: the worker keeps nothing of the one before, and words about others' microphones are said again. */
  #forget(): void {
    this.#ages = new Map()
    this.#worker.send({ do: 'forget-epochs' })
    for (const { leaf, track, bounds } of this.#bounds.values())
      this.#worker.send({ do: 'set-bounds', leaf, track, bounds })
  }
}

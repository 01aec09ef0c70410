import type { Clock } from '@parley/call'
import type { FrameRoom, TransformId, WorkerCommand, WorkerReport } from '@parley/sframe'
import { WorkerRoom, type RoomEar } from './workerRoom.ts'

/** How often it is looked at. By looks, not by time: a machine that slept is not taken for a dead worker. */
const LOOK_EVERY_MS = 1000

/** Larger: a hung worker leaves one unseen and unheard for longer. Smaller: a busy machine joins again for nothing. */
const QUIET_LOOKS = 5

/** Likewise, until the first report: the script has to come over the line first. */
const QUIET_LOOKS_AT_START = 15

/** Larger: a script that cannot be loaded is missed for longer once it can. Smaller: it is asked for in vain. */
const BEGIN_AGAIN_AT_MOST_AFTER_MS = 10_000

/** What a frame worker is given, and whom it tells. */
export type FrameWorkerParts = {
  start: () => Worker
  clock: Clock
  /** That sender has to make a key frame. */
  onKeyFrameWanted: (id: TransformId) => void
  /** It died or hung: whatever it carried is to be shut, now. Told before any room is. */
  onDead: () => void
}

/**
 * The page's end of the frame worker, for all rooms of the page. One that dies or hangs is ended and
 * another begun; no key is given to two of them, so no counter meets a key again. Disposing ends it and
 * all frames.
 */
export class FrameWorker implements Disposable {
  readonly #parts: FrameWorkerParts
  readonly #rooms = new Map<FrameRoom, WorkerRoom>()
  #worker: Worker
  #deaf = new AbortController()
  #timer: Disposable
  #asked = 0
  #quietLooks = 0
  #hasReported = false
  #failures = 0

  constructor(parts: FrameWorkerParts) {
    this.#parts = parts
    this.#worker = this.#begin()
    this.#timer = this.#lookLater()
  }

  /** The one that lives. */
  get worker(): Worker {
    return this.#worker
  }

  /** Opens a room in it. Disposing of that ends the room alone; it may be opened again. */
  open(name: FrameRoom, ear: RoomEar): WorkerRoom {
    if (this.#rooms.has(name)) throw new Error(`The ${name} is open already`)
    const room = new WorkerRoom({
      name,
      ear,
      post: (command, moved = []) => this.#worker.postMessage(command, moved),
      nextAsk: () => ++this.#asked,
      onEnd: () => void this.#rooms.delete(name),
    })
    this.#rooms.set(name, room)
    return room
  }

  /** Whoever sends what that receiver carries is to make a key frame. */
  askKeyFrame(id: TransformId): void {
    const command: WorkerCommand = { do: 'ask-key-frame', id }
    this.#worker.postMessage(command)
  }

  [Symbol.dispose](): void {
    this.#end()
    for (const room of this.#rooms.values()) room.settleAll()
  }

  #begin(): Worker {
    const worker = this.#parts.start()
    this.#deaf = new AbortController()
    const { signal } = this.#deaf
    worker.addEventListener('message', ({ data }) => this.#hear(data as WorkerReport), { signal })
    worker.addEventListener('error', () => this.#fail(), { signal })
    worker.addEventListener('messageerror', () => this.#fail(), { signal })
    return worker
  }

  #end(): void {
    this.#timer[Symbol.dispose]()
    this.#deaf.abort()
    this.#worker.terminate()
  }

  #hear(report: WorkerReport): void {
    this.#quietLooks = 0
    this.#hasReported = true
    if (report.type === 'counted') this.#failures = 0
    if (report.type === 'key-frame-wanted') this.#parts.onKeyFrameWanted(report.id)
    else this.#rooms.get(report.room)?.hear(report)
  }

  #lookLater(): Disposable {
    return this.#parts.clock.after(LOOK_EVERY_MS, () => {
      this.#timer = this.#lookLater()
      this.#look()
    })
  }

  #look(): void {
    this.#quietLooks++
    const patience = this.#hasReported ? QUIET_LOOKS : QUIET_LOOKS_AT_START
    const isHung = this.#quietLooks > patience
    const waited = [...this.#rooms.values()].map((room) => room.look())
    if (isHung || Math.max(0, ...waited) > patience) this.#fail()
  }

  /** What it carried is shut before it is ended: nothing depends on what a browser does without it. */
  #fail(): void {
    this.#parts.onDead()
    for (const room of this.#rooms.values()) room.die()
    this.#end()
    const afterMs = Math.min(BEGIN_AGAIN_AT_MOST_AFTER_MS, 1000 * (2 ** this.#failures - 1))
    this.#failures++
    this.#timer = this.#parts.clock.after(afterMs, () => this.#renew())
  }

  /** What was asked meanwhile went nowhere: it is settled first, so that whoever asked can ask anew. */
  #renew(): void {
    for (const room of this.#rooms.values()) room.settleAll()
    this.#quietLooks = 0
    this.#hasReported = false
    this.#worker = this.#begin()
    this.#timer = this.#lookLater()
    for (const room of this.#rooms.values()) room.renew()
  }
}

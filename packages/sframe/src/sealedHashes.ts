import type { Bytes } from '@parley/protocol'
import { HASH_BYTES, hashOf } from './frameHash.ts'

/** Hashes of sealed frames, one after the other from that counter on; zeros where none went out. */
export type Hashes = { from: number; hashes: Bytes }

/** Counters of one word. Larger: no word has room for them. Smaller: what a worker that was held up has to say takes several seconds. */
const AT_ONCE = 512

type Sealed = { ctr: number; hash: bigint | undefined }

/** What of one's own track went out, until it is signed for. No frame waits for its hash. */
export class SealedHashes {
  #sealed: Sealed[] = []

  /** That frame goes out now. */
  add(ctr: number, frame: Bytes): void {
    const sealed: Sealed = { ctr, hash: undefined }
    this.#sealed.push(sealed)
    const put = (hash: bigint) => void (sealed.hash = hash)
    void hashOf(frame).then(put, () => put(0n))
  }

  /** What went out since this was last asked, up to the first whose hash is still being made, as far as it has room in a word. */
  take(): Hashes | undefined {
    const [first] = this.#sealed
    if (!first) return undefined
    const end = this.#sealed.findIndex(
      ({ ctr, hash }) => hash === undefined || ctr >= first.ctr + AT_ONCE,
    )
    const taken = this.#sealed.splice(0, end < 0 ? this.#sealed.length : end)
    const last = taken.at(-1)
    if (!last) return undefined
    const hashes = new Uint8Array((last.ctr - first.ctr + 1) * HASH_BYTES)
    const view = new DataView(hashes.buffer)
    for (const { ctr, hash = 0n } of taken) view.setBigUint64((ctr - first.ctr) * HASH_BYTES, hash)
    return { from: first.ctr, hashes }
  }

  /** The leaf that they would be signed by is gone. */
  forget(): void {
    this.#sealed = []
  }
}

import type { Bytes } from '@parley/protocol'
import { HASH_BYTES, hashOf } from './frameHash.ts'

/** Hashes of sealed frames, one after the other from that counter on; zeros where none went out. */
export type Hashes = { from: number; hashes: Bytes }

type Sealed = { ctr: number; hash: bigint | undefined }

/** What of one's own sound went out, until it is signed for. No frame waits for its hash. */
export class SealedHashes {
  #sealed: Sealed[] = []

  /** That frame goes out now. */
  add(ctr: number, frame: Bytes): void {
    const sealed: Sealed = { ctr, hash: undefined }
    this.#sealed.push(sealed)
    const put = (hash: bigint) => void (sealed.hash = hash)
    void hashOf(frame).then(put, () => put(0n))
  }

  /** All that went out since this was last asked, up to the first whose hash is still being made. */
  take(): Hashes | undefined {
    const hashed = this.#sealed.findIndex(({ hash }) => hash === undefined)
    const taken = this.#sealed.splice(0, hashed < 0 ? this.#sealed.length : hashed)
    const [first, last] = [taken[0], taken.at(-1)]
    if (!first || !last) return undefined
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

import type { Bytes } from '@parley/protocol'
import { sealPiece, writeBeginning, type Piece } from '@parley/release/recordings/write'
import type { RecordingDisk } from './recordingDisk.ts'

/** A piece on the disk, and when the last of its frames came. */
type Placed = { at: number; lastCameMs: number }

/**
 * Seals pieces and puts them on the disk, in order. It keeps no way to open them. A number is given once, also
 * when its piece is taken back, so that no nonce meets the key again.
 */
export class RecordingFile {
  readonly #disk: RecordingDisk
  readonly #key: CryptoKey
  #header: Bytes = new Uint8Array(0)
  #number = 0
  #bytes = 0
  /** Those of the stretch that is being recorded. */
  #placed: Placed[] = []
  #queue: Promise<void> = Promise.resolve()

  constructor({ disk, key }: { disk: RecordingDisk; key: CryptoKey }) {
    this.#disk = disk
    this.#key = key
  }

  /** Resolves when the header lies on the disk. As all that follows, it rejects with a `DiskFailure`. */
  begin(header: Bytes): Promise<void> {
    return this.#next(async () => {
      this.#header = new Uint8Array(await crypto.subtle.digest('SHA-256', header))
      await this.#append(writeBeginning(header))
    })
  }

  /** Resolves to the bytes of the file when the piece lies on the disk. */
  write(piece: Piece, lastCameMs: number): Promise<number> {
    const number = ++this.#number
    return this.#next(async () => {
      const sealed = await sealPiece(piece, { key: this.#key, header: this.#header, number })
      if (piece.isFirst) this.#placed = []
      this.#placed.push({ at: this.#bytes, lastCameMs })
      await this.#append(sealed)
      return this.#bytes
    })
  }

  /** Takes back each piece of the last stretch that has a frame from that moment on. */
  takeBack(fromMs: number): Promise<number> {
    return this.#next(async () => {
      const first = this.#placed.findIndex(({ lastCameMs }) => lastCameMs >= fromMs)
      const found = this.#placed[first]
      if (found) {
        await this.#disk.cut(found.at)
        this.#bytes = found.at
        this.#placed = this.#placed.slice(0, first)
      }
      return this.#bytes
    })
  }

  /** Resolves to its bytes when all that was written lies on the disk, and the file is let go of. */
  end(): Promise<number> {
    return this.#next(async () => {
      await this.#disk.close()
      return this.#bytes
    })
  }

  async #append(bytes: Bytes): Promise<void> {
    // The disk is given the bytes themselves: afterwards they have no length here.
    const { length } = bytes
    await this.#disk.append(bytes)
    this.#bytes += length
  }

  #next<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#queue.then(work)
    this.#queue = done.then(
      () => undefined,
      () => undefined,
    )
    return done
  }
}

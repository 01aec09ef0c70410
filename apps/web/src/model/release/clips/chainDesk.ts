import { tellFiles, type DeskHands, type Releases } from '@parley/client'
import type { Hash } from '@parley/protocol'
import type { ClipStanding } from '@parley/release'
import { signal } from '@preact/signals-core'
import { addManifest } from './addManifest.ts'
import { NotAsSigned, type ClipFilesAtDesk } from './clipFiles.ts'
import { WorkFailed } from './clipTrouble.ts'
import type { ClipLine, ClipTools } from './ports.ts'

export type ChainDeskParts = {
  readonly hands: DeskHands
  readonly releases: Releases
  readonly tools: Pick<ClipTools, 'provenance' | 'signerOf'>
  readonly line: Pick<ClipLine, 'send'>
  readonly files: ClipFilesAtDesk
}

/** Adds this side's manifest to a clip when its turn has come, and sends the file on to the other desks. */
export class ChainDesk implements Disposable {
  /** The clip whose manifest is under way, and how much of the code of C2PA is there while that comes. */
  readonly adding = signal<{ clip: Hash; share: number | undefined } | undefined>(undefined)
  readonly #parts: ChainDeskParts
  readonly #provenance: ReturnType<ClipTools['provenance']>
  readonly #failed = new Set<Hash>()

  constructor(parts: ChainDeskParts) {
    this.#parts = parts
    this.#provenance = parts.tools.provenance((share) => {
      const now = this.adding.peek()
      if (now) this.adding.value = { ...now, share: share < 1 ? share : undefined }
    })
  }

  /** Whether it is this side's turn, nothing else is under way, and it did not fail at that clip already. */
  isDue({ awaits, hash }: ClipStanding): boolean {
    const { side } = this.#parts.hands.book.record
    return awaits === side && !this.adding.peek() && !this.#failed.has(hash)
  }

  /** Rejects with `NotAsSigned` where the file is another than all signed, and with `WorkFailed`. Then it does not try again. */
  async add(n: number, standing: ClipStanding): Promise<void> {
    const { hands, releases, tools, line, files } = this.#parts
    const { side, seal } = hands.book.record
    const clip = standing.hash
    this.adding.value = { clip, share: undefined }
    try {
      const adding = { own: side, seal, nowMs: hands.clock.nowMs(), files, tools }
      const signed = await addManifest(standing, { ...adding, provenance: this.#provenance })
      const sealed = await line.send(signed, { onShare: () => undefined })
      files.keep(sealed.hash, signed)
      await tellFiles(hands, releases, { n, clip, files: [sealed] })
    } catch (error) {
      this.#failed.add(clip)
      const isKnown =
        error instanceof NotAsSigned || !(error instanceof Error) || error.name !== 'Error'
      throw isKnown ? error : new WorkFailed('manifest-failed', error)
    } finally {
      this.adding.value = undefined
    }
  }

  /** Lets a clip be tried again at which it failed. */
  forgive(): void {
    this.#failed.clear()
  }

  [Symbol.dispose](): void {
    this.#provenance[Symbol.dispose]()
  }
}

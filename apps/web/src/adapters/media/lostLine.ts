import type { MediaEvent } from '@parley/call'

/** Who says that the line is lost: our connecting, the browser's transport, or the silence of everything. */
type Witness = 'line' | 'transport' | 'pulse'

/** Whether the media server is reached, told when it changes. Lost is what any witness says. */
export class LostLine {
  readonly #tell: (event: MediaEvent) => void
  readonly #witnesses = new Set<Witness>()
  #told: 'lost' | 'there' | undefined

  constructor(tell: (event: MediaEvent) => void) {
    this.#tell = tell
  }

  lose(witness: Witness, sinceMs: number): void {
    this.#witnesses.add(witness)
    if (this.#told === 'lost') return
    this.#told = 'lost'
    this.#tell({ type: 'media-lost', atMs: sinceMs })
  }

  /** What one witness lost is back; the others may still miss it. */
  find(witness: Witness): void {
    this.#witnesses.delete(witness)
    if (this.#told === 'lost' && this.#witnesses.size === 0) this.#sayThere()
  }

  /** A connection made anew: what was said of the one before does not count. */
  renew(): void {
    this.#witnesses.clear()
    if (this.#told !== 'there') this.#sayThere()
  }

  #sayThere(): void {
    this.#told = 'there'
    this.#tell({ type: 'media-back' })
  }
}

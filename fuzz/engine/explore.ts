import type { Bytes } from '@parley/protocol'
import * as fc from 'fast-check'
import { mutationsOf } from '../mutations/mutations.ts'
import type { Target } from '../target.ts'
import { placeOf, ranOrNot, type Coverage } from './coverage.ts'
import type { Fault } from './finding.ts'
import { Judge } from './judge.ts'

/** How far it came. `read` counts the inputs that were read as something, `branches` the blocks of code seen. */
export type Figures = { runs: number; read: number; kept: number; branches: number }

/** What is told while it goes on. */
export type Hearer = {
  /** The input reached what none before it did. */
  kept(input: Bytes): void
  found(fault: { is: Fault; says: string }, input: Bytes): void
}

/** Inputs that are made, and run, at a time. More: what one of them reached is lost among the others. Fewer: V8 is asked more often. */
const BATCH = 16

/** Batches of which each input is looked at anyway: those that only ran a loop more often do not show in a batch. */
const LOOK_EVERY = 16

/** Inputs from which others borrow parts. */
const LENDERS = 6

/** Inputs that count as the last ones. */
const RECENT = 16

const MAX_BYTES = 64 * 1024

/** Runs a target on its seeds, the corpus, and what mutations make of both and of all that led to code not seen before. */
export class Exploration {
  readonly figures: Figures = { runs: 0, read: 0, kept: 0, branches: 0 }
  readonly #target: Target
  readonly #judge: Judge
  readonly #coverage: Coverage
  readonly #hearer: Hearer
  readonly #pool: Bytes[] = []
  readonly #readable: Bytes[] = []
  /** What single inputs reached, and what batches of them did. */
  readonly #blocks = new Set<string>()
  readonly #together = new Set<string>()
  readonly #places = new Set<string>()
  readonly #faults = new Set<string>()
  readonly #suspicious: Bytes[] = []

  constructor(target: Target, { coverage, hearer }: { coverage: Coverage; hearer: Hearer }) {
    this.#target = target
    this.#judge = new Judge(target)
    this.#coverage = coverage
    this.#hearer = hearer
  }

  /** The inputs that mutations start from. */
  get pool(): readonly Bytes[] {
    return this.#pool
  }

  /** Tries inputs as they are. */
  async tryAll(inputs: Iterable<Bytes>): Promise<void> {
    for (const input of inputs) await this.#try(input)
  }

  /** Tries mutations of the pool until told to stop. The same seed gives the same first inputs. */
  async explore(seed: number, mayGoOn: () => boolean): Promise<void> {
    for (let batch = 0; mayGoOn(); batch++) {
      const inputs = this.fresh(seed + batch, BATCH)
      for (const input of inputs) {
        if (!mayGoOn()) return
        await this.#run(input)
      }
      // To ask V8 costs more than most inputs do: each alone only where all together showed something.
      const before = this.#together.size
      for (const block of await this.#coverage.take()) this.#together.add(ranOrNot(block))
      await this.#lookAgain()
      if (this.#together.size > before || batch % LOOK_EVERY === 0) await this.tryAll(inputs)
    }
  }

  /** Mutations that nobody keeps: of what came last, of what was read, and of all. */
  fresh(seed: number, count: number): Bytes[] {
    const { maxBytes = MAX_BYTES } = this.#target
    const pool = this.#pool
    const starts = [pool, pool.slice(-RECENT), this.#readable].filter(({ length }) => length > 0)
    const lent = fc.array(fc.constantFrom(...pool), { maxLength: LENDERS })
    const near = fc
      .tuple(fc.oneof(...starts.map((inputs) => fc.constantFrom(...inputs))), lent)
      .chain(([input, others]) => mutationsOf(input, others))
      .map((input) => input.subarray(0, maxBytes))
    return fc.sample(near, { seed, numRuns: count })
  }

  async #try(input: Bytes): Promise<void> {
    const isRead = await this.#run(input)
    const isNew = this.#isNew(await this.#coverage.take())
    await this.#lookAgain()
    if (!isNew) return
    this.#pool.push(input)
    if (isRead) this.#readable.push(input)
    this.figures.kept = this.#pool.length
    this.#hearer.kept(input)
  }

  async #run(input: Bytes): Promise<boolean> {
    const { isRead, isSuspicious, fault } = await this.#judge.runOnce(input)
    this.figures.runs++
    if (isRead) this.figures.read++
    if (fault) this.#find(fault, input)
    if (isSuspicious && !this.#faults.has('slow')) this.#suspicious.push(input)
    return isRead
  }

  async #lookAgain(): Promise<void> {
    for (const input of this.#suspicious.splice(0)) {
      const { fault } = await this.#coverage.without(() => this.#judge.lookAgain(input))
      if (fault) this.#find(fault, input)
    }
  }

  #find(fault: { is: Fault; says: string }, input: Bytes): void {
    const kind = kindOf(fault)
    if (this.#faults.has(kind)) return
    this.#faults.add(kind)
    this.#hearer.found(fault, input)
  }

  #isNew(blocks: readonly string[]): boolean {
    const before = this.#blocks.size
    for (const block of blocks) {
      this.#blocks.add(block)
      this.#places.add(placeOf(block))
    }
    this.figures.branches = this.#places.size
    return this.#blocks.size > before
  }
}

/** Where in our code, or a library's, an error was thrown: so one fault is found once. */
function kindOf({ is, says }: { is: Fault; says: string }): string {
  if (is !== 'error') return is
  const [first = ''] = says.split('\n')
  return /^\s+at (?!.*(?:node:|<anonymous>)).*$/m.exec(says)?.[0] ?? first
}

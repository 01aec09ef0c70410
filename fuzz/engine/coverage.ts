import { Session, type Profiler } from 'node:inspector/promises'

/** Whether the code at an address counts. */
type IsWatched = (url: string) => boolean

/**
 * What V8 counts of the code that runs, block by block: `take` gives the blocks that ran since the last
 * time, each with its place and about how often. Code for which `isWatched` says no to its address is left out.
 */
export class Coverage implements AsyncDisposable {
  readonly #session = new Session()
  readonly #isWatched: IsWatched | undefined

  private constructor(isWatched: IsWatched | undefined) {
    this.#isWatched = isWatched
  }

  /** Without a watch V8 is asked for nothing. */
  static async open(isWatched: IsWatched | undefined): Promise<Coverage> {
    const coverage = new Coverage(isWatched)
    if (!isWatched) return coverage
    coverage.#session.connect()
    await coverage.#session.post('Profiler.enable')
    await coverage.#start()
    return coverage
  }

  async take(): Promise<string[]> {
    const isWatched = this.#isWatched
    if (!isWatched) return []
    const { result } = await this.#session.post('Profiler.takePreciseCoverage')
    return result.filter(({ url }) => isWatched(url)).flatMap(blocksIn)
  }

  /** Does the work while nothing is counted, so that code runs as quickly as it does elsewhere. */
  async without<T>(work: () => Promise<T>): Promise<T> {
    if (!this.#isWatched) return work()
    await this.#session.post('Profiler.stopPreciseCoverage')
    try {
      return await work()
    } finally {
      await this.#start()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (!this.#isWatched) return
    await this.#session.post('Profiler.disable')
    this.#session.disconnect()
  }

  async #start(): Promise<void> {
    await this.#session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true })
  }
}

/** The place of a block, without how often it ran. */
export function placeOf(block: string): string {
  return block.slice(0, block.lastIndexOf(':'))
}

/** The place of a block, and whether it ran. */
export function ranOrNot(block: string): string {
  return `${placeOf(block)}:${block.endsWith(':0') ? 0 : 1}`
}

/** A block that ran as often as what is around it is not reported: so one that did not run says as much as one that did. */
function blocksIn({ scriptId, functions }: Profiler.ScriptCoverage): string[] {
  return functions.flatMap(({ ranges }) =>
    ranges.map(
      ({ startOffset, endOffset, count }) =>
        `${scriptId}:${startOffset}-${endOffset}:${magnitude(count)}`,
    ),
  )
}

/** 0, 1, 2, 3, then by powers of two up to 256: once more in a long loop is nothing new. */
function magnitude(count: number): number {
  return count < 4 ? count : Math.min(2 ** Math.floor(Math.log2(count)), 256)
}

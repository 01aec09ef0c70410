import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { StartError } from '../startError.ts'

/** How long people may be in the media server after it was told to stop. */
const DRAIN_MS = 1500
/** How long the second word may take. */
const KILL_MS = 1000
/** Errors are heard; nothing else that it says is. */
const SAYS_WHY: StdioOptions = ['ignore', 'ignore', 'pipe']

/** One run of a program. Disposing of it stops it, at the latest by force. */
export class Run implements AsyncDisposable {
  readonly #child: ChildProcess
  /** Resolves when it is no more. */
  readonly over: Promise<void>
  #isOver = false
  #lastWords = ''

  private constructor(child: ChildProcess) {
    this.#child = child
    if (child.stderr)
      createInterface(child.stderr).on('line', (line) => (this.#lastWords = line.trim()))
    const dieWithUs = () => child.kill('SIGKILL')
    process.once('exit', dieWithUs)
    const { promise, resolve } = Promise.withResolvers<void>()
    this.over = promise
    // Not at its exit: what it said last may be read after that.
    child.once('close', () => {
      this.#isOver = true
      process.removeListener('exit', dieWithUs)
      resolve()
    })
  }

  /** Throws a sentence if there is no such program. */
  static async of(binary: string, environment: Record<string, string>): Promise<Run> {
    const path = process.env['PATH'] ?? ''
    const child = spawn(binary, [], { env: { PATH: path, ...environment }, stdio: SAYS_WHY })
    try {
      await once(child, 'spawn')
    } catch (cause) {
      const words = `The media server cannot be run at ${binary}: set PARLEY_LIVEKIT to a livekit-server.`
      throw new StartError(words, { cause })
    }
    return new Run(child)
  }

  get isOver(): boolean {
    return this.#isOver
  }

  /** The last line of its errors, for whoever started it. Nothing if it had none. */
  get lastWords(): string {
    return this.#lastWords
  }

  get pid(): number | undefined {
    return this.#isOver ? undefined : this.#child.pid
  }

  kill(): void {
    this.#child.kill('SIGKILL')
  }

  /** With people in, LiveKit waits for them without end: so it is told twice, and then not asked. */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isOver) return
    this.#child.kill('SIGTERM')
    if (await this.#isOverWithin(DRAIN_MS)) return
    this.#child.kill('SIGTERM')
    if (await this.#isOverWithin(KILL_MS)) return
    this.#child.kill('SIGKILL')
    await this.over
  }

  async #isOverWithin(ms: number): Promise<boolean> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, ms)
    await Promise.race([this.over, promise])
    clearTimeout(timer)
    return this.#isOver
  }
}

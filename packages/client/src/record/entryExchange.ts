import type { Clock } from '@parley/call'
import type { EnvelopeTo } from '@parley/group'
import type { Hash } from '@parley/protocol'
import type { SignedEntry } from '@parley/seal'
import type { Connection } from '../connection.ts'
import { pause } from '../tools/pause.ts'
import type { EntryChain } from './entryChain.ts'
import type { EntryLog } from './entryLog.ts'
import { giveEntry } from './giveEntry.ts'

/** What is under way comes by itself. Larger: a gap stays for longer. Smaller: entries are asked for in vain. */
const ASKED_AFTER_MS = 10_000

/** How often the same is asked for. Larger: a name that nobody has is asked for again and again. Smaller: whoever opens later is not asked. */
const ASKED_AT_MOST = 3

/** What one asks for, and answers, at once. Larger: one side makes the others fill the log. Smaller: a long gap takes long. */
const AT_ONCE = 16

/** The same is not given again within it. */
const GIVEN_AGAIN_MS = 60_000

/** The pause between two that are given: the log of a minute has room for others. */
const BETWEEN_MS = 1500

type ExchangeParts = {
  connection: Connection
  clock: Clock
  envelope: EnvelopeTo
  log: EntryLog
  chain: EntryChain
}

/** Asks the other desks for entries that are named and not here, and gives them what they ask for: a server that withholds some from one desk withholds them from none. */
export class EntryExchange implements Disposable {
  readonly #parts: ExchangeParts
  readonly #stack = new DisposableStack()
  readonly #asked = new Map<Hash, { sinceMs: number; times: number }>()
  readonly #givenAtMs = new Map<Hash, number>()
  #timer: Disposable | undefined
  #missing: readonly Hash[] = []

  constructor(parts: ExchangeParts) {
    this.#parts = parts
    this.#stack.use(parts.log.listen((added) => void this.#answer(added)))
    this.#stack.defer(() => this.#timer?.[Symbol.dispose]())
  }

  /** Those that are named by others, as of now. */
  lack(missing: readonly Hash[]): void {
    this.#missing = missing
    const nowMs = this.#parts.clock.nowMs()
    for (const hash of this.#asked.keys()) if (!missing.includes(hash)) this.#asked.delete(hash)
    for (const hash of missing)
      if (!this.#asked.has(hash)) this.#asked.set(hash, { sinceMs: nowMs, times: 0 })
    if (missing.length > 0 && !this.#timer) this.#wait()
  }

  [Symbol.dispose](): void {
    this.#stack.dispose()
  }

  #wait(): void {
    this.#timer = this.#parts.clock.after(ASKED_AFTER_MS, () => {
      this.#timer = undefined
      this.#ask()
      if (this.#isWorthAsking()) this.#wait()
    })
  }

  #ask(): void {
    const { clock, chain, log } = this.#parts
    const nowMs = clock.nowMs()
    const due = this.#missing
      .filter((hash) => {
        const { sinceMs, times } = this.#asked.get(hash) ?? { sinceMs: nowMs, times: 0 }
        return !log.entries.has(hash) && times < ASKED_AT_MOST && nowMs - sinceMs >= ASKED_AFTER_MS
      })
      .slice(0, AT_ONCE)
    if (due.length === 0) return
    for (const hash of due)
      this.#asked.set(hash, { sinceMs: nowMs, times: (this.#asked.get(hash)?.times ?? 0) + 1 })
    chain.note({ is: 'lacking', at: nowMs, entries: due })
  }

  #isWorthAsking(): boolean {
    return this.#missing.some((hash) => (this.#asked.get(hash)?.times ?? 0) < ASKED_AT_MOST)
  }

  async #answer(added: readonly SignedEntry[]): Promise<void> {
    const { clock, log } = this.#parts
    const asked = added
      .flatMap(({ entry }) =>
        entry.what.flatMap((one) => (one.is === 'lacking' ? one.entries : [])),
      )
      .filter((hash) => clock.nowMs() - (this.#givenAtMs.get(hash) ?? -Infinity) > GIVEN_AGAIN_MS)
      .slice(0, AT_ONCE)
    for (const hash of asked) {
      const known = log.entries.get(hash)
      if (!known || this.#stack.disposed) continue
      this.#givenAtMs.set(hash, clock.nowMs())
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await giveEntry(this.#parts, known).catch(() => undefined)
      // oxlint-disable-next-line no-await-in-loop -- likewise
      await pause(clock, BETWEEN_MS)
    }
  }
}

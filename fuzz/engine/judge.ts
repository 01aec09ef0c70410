import { getHeapStatistics } from 'node:v8'
import { Refusal, type Bytes } from '@parley/protocol'
import type { Target } from '../target.ts'
import type { Fault } from './finding.ts'

/** What one input came to. */
export type Judgement = { isRead: boolean; fault?: { is: Fault; says: string } }

/** What that took: milliseconds of processor time, and bytes. */
type Cost = { ms: number; bytes: number }

/** Milliseconds of processor time. More: a flood of such inputs stops a page. */
const ALLOWED_MS = 100

/** How many times as long as the costliest seed an input may take, where that is more. More: a slow input passes on a slow machine. Less: an honest joining commit is slow there. */
const TIMES_HONEST = 4

/** Bytes that one input may take for a while. */
const ALLOWED_BYTES = 64 * 1024 * 1024

/** How often what was slow or large is tried again before it counts: machines are noisy. */
const AGAIN = 3

/** Runs the target once. */
export async function runOnce(target: Target, input: Bytes): Promise<Judgement & Cost> {
  const [spent, bytes] = [processorMs(), bytesInUse()]
  const cost = () => ({ ms: processorMs() - spent, bytes: bytesInUse() - bytes })
  try {
    const isRead = await target.read(input.slice())
    return { isRead, ...cost() }
  } catch (error) {
    if (error instanceof Refusal) return { isRead: false, ...cost() }
    return { isRead: false, ...cost(), fault: { is: 'error', says: wordsOf(error) } }
  }
}

/** Judges what inputs of one target cost, on a machine that may be slow: what its seeds cost there is allowed anywhere. */
export class Judge {
  readonly #target: Target
  #costliest: Bytes | undefined
  #allowedMs: number

  constructor(target: Target) {
    this.#target = target
    this.#allowedMs = target.allowedMs ?? ALLOWED_MS
  }

  /** An error counts at once; what may be slow or large is only said to be suspicious. */
  async runOnce(input: Bytes): Promise<Judgement & { isSuspicious: boolean }> {
    const { isRead, fault, ms, bytes } = await runOnce(this.#target, input)
    if (fault) return { isRead, fault, isSuspicious: false }
    return { isRead, isSuspicious: ms > this.#allowedMs || bytes > ALLOWED_BYTES }
  }

  /** Tries a suspicious input again: it is at fault if it took too long, or too much, each time. */
  async lookAgain(input: Bytes): Promise<Judgement> {
    const { isRead, fault, ms, bytes } = await this.#leastOf(input)
    if (fault) return { isRead, fault }
    if (ms > this.#allowedMs && ms > (await this.#allowedNow()))
      return { isRead, fault: { is: 'slow', says: `${ms.toFixed(0)} ms of processor time` } }
    if (bytes > ALLOWED_BYTES)
      return { isRead, fault: { is: 'large', says: `${(bytes / 2 ** 20).toFixed(0)} MiB` } }
    return { isRead }
  }

  /** Milliseconds that are allowed, by what the costliest seed takes at this moment or took before. */
  async #allowedNow(): Promise<number> {
    let honestMs = 0
    for (const seed of this.#costliest ? [this.#costliest] : this.#target.seeds) {
      const { ms } = await this.#leastOf(seed)
      if (ms >= honestMs) [this.#costliest, honestMs] = [seed, ms]
    }
    this.#allowedMs = Math.max(this.#allowedMs, honestMs * TIMES_HONEST)
    return this.#allowedMs
  }

  /** The least that it takes of several times. */
  async #leastOf(input: Bytes): Promise<Judgement & Cost> {
    const least = { ms: Infinity, bytes: Infinity }
    let isRead = false
    for (let n = 0; n < AGAIN; n++) {
      globalThis.gc?.()
      const judged = await runOnce(this.#target, input)
      if (judged.fault) return judged
      least.ms = Math.min(least.ms, judged.ms)
      least.bytes = Math.min(least.bytes, judged.bytes)
      isRead = judged.isRead
    }
    return { isRead, ...least }
  }
}

/** An error with its stack, its cause too. */
function wordsOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? String(error)) : `Thrown: ${String(error)}`
}

/** Of the whole process: a machine that is busy with others does not count against a target. */
function processorMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

function bytesInUse(): number {
  const { used_heap_size: heap, external_memory: outside } = getHeapStatistics()
  return heap + outside
}

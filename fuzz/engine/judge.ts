import { getHeapStatistics } from 'node:v8'
import { Refusal, type Bytes } from '@parley/protocol'
import type { Target } from '../target.ts'
import type { Fault } from './finding.ts'

/** What one input came to. */
export type Judgement = { isRead: boolean; fault?: { is: Fault; says: string } }

/** Milliseconds of processor time. More: a flood of such inputs stops a page. Less: an honest joining commit is slow. */
const ALLOWED_MS = 100

/** Bytes that one input may take for a while. */
const ALLOWED_BYTES = 64 * 1024 * 1024

/** How often what was slow or large is tried again before it counts: machines are noisy. */
const AGAIN = 3

/** Runs the target once. An error counts at once; what may be slow or large is only said to be suspicious. */
export async function runOnce(
  target: Target,
  input: Bytes,
): Promise<Judgement & { isSuspicious: boolean }> {
  const { allowedMs = ALLOWED_MS } = target
  const [spent, bytes] = [processorMs(), bytesInUse()]
  const isSuspicious = () =>
    processorMs() - spent > allowedMs || bytesInUse() - bytes > ALLOWED_BYTES
  try {
    const isRead = await target.read(input.slice())
    return { isRead, isSuspicious: isSuspicious() }
  } catch (error) {
    if (error instanceof Refusal) return { isRead: false, isSuspicious: isSuspicious() }
    return { isRead: false, isSuspicious: false, fault: { is: 'error', says: wordsOf(error) } }
  }
}

/** Tries a suspicious input again: it is at fault if it took too long, or too much, each time. */
export async function lookAgain(target: Target, input: Bytes): Promise<Judgement> {
  const { allowedMs = ALLOWED_MS } = target
  const costs: { ms: number; bytes: number }[] = []
  let isRead = false
  for (let n = 0; n < AGAIN; n++) {
    globalThis.gc?.()
    const [spent, bytes] = [processorMs(), bytesInUse()]
    const judged = await runOnce(target, input)
    if (judged.fault) return judged
    costs.push({ ms: processorMs() - spent, bytes: bytesInUse() - bytes })
    isRead = judged.isRead
  }
  const ms = Math.min(...costs.map((cost) => cost.ms))
  const bytes = Math.min(...costs.map((cost) => cost.bytes))
  if (ms > allowedMs)
    return { isRead, fault: { is: 'slow', says: `${ms.toFixed(0)} ms of processor time` } }
  if (bytes > ALLOWED_BYTES)
    return { isRead, fault: { is: 'large', says: `${(bytes / 2 ** 20).toFixed(0)} MiB` } }
  return { isRead }
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

import { setImmediate } from 'node:timers/promises'
import type { Bytes } from '@parley/protocol'
import { runOnce } from './judge.ts'
import type { Target } from '../target.ts'

/** Bytes that may stay of an input, and of a round. More: a slow leak passes. Less: what V8 itself learns counts as one. */
const [OF_AN_INPUT, OF_A_ROUND] = [48, 64 * 1024]

/** Rounds; the first warm the code up. */
const [WARM, MEASURED] = [2, 3]

/**
 * Whether each round of inputs leaves more behind than the one before; `inputs` gives them, new each
 * time, and nothing else keeps them. Says so in words, or nothing where all that is used is given back.
 */
export async function growthOf(
  target: Target,
  inputs: () => readonly Bytes[],
): Promise<string | undefined> {
  for (let n = 0; n < WARM; n++) await runAll(target, inputs())
  let least = Infinity
  for (let n = 0; n < MEASURED; n++) {
    const round = inputs()
    const before = await bytesKept()
    await runAll(target, round)
    const kept = (await bytesKept()) - before
    if (kept < Math.max(round.length * OF_AN_INPUT, OF_A_ROUND)) return undefined
    least = Math.min(least, kept / round.length)
  }
  return `${least.toFixed(0)} bytes stay of each input`
}

async function runAll(target: Target, inputs: readonly Bytes[]): Promise<void> {
  for (const input of inputs) await runOnce(target, input)
}

/** V8 gives back what buffers held a little after it collects them. */
async function bytesKept(): Promise<number> {
  for (let n = 0; n < 3; n++) {
    globalThis.gc?.()
    await setImmediate()
  }
  const { heapUsed, external } = process.memoryUsage()
  return heapUsed + external
}

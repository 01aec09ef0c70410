import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { round, spreadOf, type Spread } from '../report/spread.ts'

const ROUNDS = 3

/** What so many of them cost whoever is sent them. */
export type Cost = {
  messages: number
  /** Processor time of the whole process, by message, in microseconds. */
  microsecondsEach: Spread
  /** Memory that is still held afterwards, by message. */
  bytesKeptEach: Spread
}

setFlagsFromString('--expose-gc')
const collect = runInNewContext('gc') as () => void

/** Sends that many, several times; `send` resolves once all of them were dealt with. */
export async function costOf(messages: number, send: () => Promise<void>): Promise<Cost> {
  const times: number[] = []
  const kept: number[] = []
  for (let at = 0; at <= ROUNDS; at++) {
    const before = heldBytes()
    const from = process.cpuUsage()
    await send()
    const { user, system } = process.cpuUsage(from)
    if (at === 0) continue
    times.push(round((user + system) / messages))
    kept.push(Math.max(0, round((heldBytes() - before) / messages)))
  }
  return { messages, microsecondsEach: spreadOf(times), bytesKeptEach: spreadOf(kept) }
}

function heldBytes(): number {
  collect()
  collect()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

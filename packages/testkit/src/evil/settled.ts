import { setImmediate } from 'node:timers/promises'

const WORK = [
  'decrypt',
  'deriveBits',
  'deriveKey',
  'digest',
  'encrypt',
  'exportKey',
  'generateKey',
  'importKey',
  'sign',
  'unwrapKey',
  'verify',
  'wrapKey',
] as const

/** Streams of the platform take a few turns. */
const QUIET_TURNS = 4

let underWay = 0
let isWatched = false

/** Resolves once nothing goes on but what waits for a clock or for somebody: all else here is WebCrypto's work and what follows from it. */
export async function settled(): Promise<void> {
  watch()
  for (let quiet = 0; quiet < QUIET_TURNS;) {
    // oxlint-disable-next-line no-await-in-loop -- turn after turn
    await setImmediate()
    quiet = underWay === 0 ? quiet + 1 : 0
  }
}

/** WebCrypto's work is done on other threads: counted, it is known when none is left. */
function watch(): void {
  if (isWatched) return
  isWatched = true
  const { subtle } = crypto
  for (const name of WORK) {
    const work = subtle[name].bind(subtle) as (...what: unknown[]) => Promise<unknown>
    const counted = async (...what: unknown[]) => {
      underWay++
      try {
        return await work(...what)
      } finally {
        underWay--
      }
    }
    Object.defineProperty(subtle, name, { value: counted, configurable: true, writable: true })
  }
}

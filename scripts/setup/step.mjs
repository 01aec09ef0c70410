import { orFullDisk, refuseUnwritable } from './room.mjs'

const HEARTBEAT_MS = 20_000

/**
 * Does one piece of set-up, saying what it is before, that it goes on meanwhile, and how long it took after.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function step(title, work) {
  refuseUnwritable()
  const from = performance.now()
  const took = () => `${((performance.now() - from) / 1000).toFixed(1)} s`
  console.log(`${title} …`)
  const heartbeat = setInterval(() => console.log(`  still at it after ${took()}`), HEARTBEAT_MS)
  try {
    const result = await work()
    console.log(`  done in ${took()}`)
    return result
  } catch (error) {
    throw orFullDisk(error)
  } finally {
    clearInterval(heartbeat)
  }
}

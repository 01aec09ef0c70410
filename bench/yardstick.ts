import { join } from './join.ts'
import { processor } from './processor.ts'
import { ratiosOf } from './report/ratios.ts'
import { unite, type Results } from './report/spread.ts'
import { galeneFigures } from './yardstick/galeneFigures.ts'

/**
 * `join` and `processor` between two measurements of the same of Galène, on one machine in one hour: it encrypts
 * nothing between the people, and of those that were measured for the bounds it is the fastest. How fast a
 * machine is drops out of the ratio.
 */
export async function yardstick(): Promise<Results> {
  const before = await galeneFigures()
  const parley: Results = { ...(await join()), ...(await processor()) }
  const galene = unite(before, await galeneFigures())
  return { galene, parley, ratio: ratiosOf(parley, galene) }
}

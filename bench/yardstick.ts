import { joinBeside, resultsOf, sizesOf, spreadsOf, type Joined, type Joins } from './join.ts'
import { secondsOfTwo } from './processor.ts'
import { ratiosOf } from './report/ratios.ts'
import { Unfinished } from './report/report.ts'
import { spreadOf, type Results } from './report/spread.ts'
import { galeneJoins, galeneSecondsOfTwo } from './yardstick/galeneFigures.ts'

/** How often each is measured, turn by turn: what a machine carries changes within minutes. */
const TURNS = 3

/** What was measured so far. */
class Measured {
  readonly galene = { joins: new Map<number, Joined[]>(), seconds: [] as number[] }
  readonly parley = { joins: new Map<number, Joins>(), seconds: [] as number[] }

  results(): Results {
    const joins = [...this.galene.joins].map(([inCall, all]) => [inCall, spreadsOf(all)] as const)
    const galene = { byInCall: Object.fromEntries(joins), ...ofProcessor(this.galene.seconds) }
    const parley = { ...resultsOf(this.parley.joins), ...ofProcessor(this.parley.seconds) }
    return { galene, parley, ratio: ratiosOf(parley, galene) }
  }
}

/**
 * `join` as the second in the call, or as whichever is named, and `processor`, turn by turn with the same of
 * Galène, on one machine in one hour: it encrypts nothing between the people, and of those that were measured
 * for the bounds it is the fastest. How fast a machine is drops out of the ratio.
 */
export async function yardstick(only: readonly string[]): Promise<Results> {
  const sizes = sizesOf(only.length === 0 ? ['2'] : only)
  const measured = new Measured()
  try {
    for (let turn = 0; turn < TURNS; turn++) {
      await galeneJoins(sizes, measured.galene.joins)
      await joinBeside(sizes, measured.parley.joins)
    }
    for (let turn = 0; turn < TURNS; turn++) {
      measured.galene.seconds.push(...(await galeneSecondsOfTwo()))
      measured.parley.seconds.push(...(await secondsOfTwo()))
    }
  } catch (error) {
    throw new Unfinished(measured.results(), error)
  }
  return measured.results()
}

function ofProcessor(seconds: readonly number[]): Results {
  return seconds.length > 0 ? { participantSecondsPerMinute: spreadOf(seconds) } : {}
}

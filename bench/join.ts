import { setTimeout as after } from 'node:timers/promises'
import type { Sitter } from '../e2e/stage.ts'
import { arrive, type Arrival } from './browser/arrival.ts'
import { Newcomers } from './browser/newcomers.ts'
import { come, goInTalking } from './browser/people.ts'
import { usableMs } from './browser/usable.ts'
import { setStageApart } from './processes/stageApart.ts'
import { progress } from './progress.ts'
import { Unfinished } from './report/report.ts'
import { round, spreadOf, type Results } from './report/spread.ts'

/** By how many are in the call then. Fewer: one round that was held up is a third of what is seen. */
export const ROUNDS: ReadonlyMap<number, number> = new Map([
  [2, 4],
  [4, 3],
])
/** How long somebody looks at the green room before they press Join. */
export const IN_GREEN_ROOM_MS = 2000
/** Who is there already notes who comes, and who comes what it finds. */
export const NOTING = { pictures: 'first', own: false, others: true } as const

const ARRIVALS = ['usableMs', 'firstPictureMs', 'firstSoundMs', 'seenByOthersMs'] as const

/** What is measured of somebody who comes in. */
export type Joined = Arrival & { usableMs: number }

/** Of those who came in beside so many, each who did; and how often that did not come to pass. */
export type Joins = { cold: Joined[]; warm: Joined[]; notThere: number }

/**
 * How long coming in takes, as people at real browsers see and hear it, as the second and as the fourth in the
 * call, or as one of these: the page until Join can be pressed, and from the press to the first picture and
 * sound of another, and to one's own picture at each of the others. `notThere` counts rounds in which that did
 * not come to pass.
 */
export async function join(only: readonly string[] = []): Promise<Results> {
  const all = new Map<number, Joins>()
  try {
    await joinBeside(sizesOf(only), all)
  } catch (error) {
    throw new Unfinished(resultsOf(all), error)
  }
  return resultsOf(all)
}

/** By how many were in the call then, and whether the browser had the site's files. */
export function resultsOf(all: ReadonlyMap<number, Joins>): Results {
  const byInCall = [...all].map(([inCall, { cold, warm }]) => {
    return [inCall, { cold: spreadsOf(cold), warm: spreadsOf(warm) }] as const
  })
  const notThere = [...all.values()].reduce((sum, joins) => sum + joins.notThere, 0)
  return { byInCall: Object.fromEntries(byInCall), notThere }
}

/** How many are in the call then, by what is named on the command line; all where nothing is. */
export function sizesOf(only: readonly string[]): number[] {
  const sizes = [...ROUNDS.keys()].filter(
    (size) => only.length === 0 || only.includes(String(size)),
  )
  if (sizes.length === 0)
    throw new Error(`Joins are measured with ${[...ROUNDS.keys()].join(' and ')} in the call`)
  return sizes
}

/** Measures joins as the last of so many, the smaller first, and adds each to those of its size as it is made. */
export async function joinBeside(sizes: readonly number[], all: Map<number, Joins>): Promise<void> {
  await using parts = new AsyncDisposableStack()
  const stage = await setStageApart(parts, { seatsEach: 3 })
  const newcomers = await Newcomers.enrol(stage, { parts, noting: NOTING })
  const others: Sitter[] = []
  for (const inCall of sizes) {
    const joins = all.get(inCall) ?? { cold: [], warm: [], notThere: 0 }
    all.set(inCall, joins)
    while (others.length < inCall - 1) {
      const other = await come(stage, {
        place: others.length,
        parts,
        noting: { ...NOTING, others: false },
      })
      await goInTalking(other)
      others.push(other)
    }
    for (let at = 0; at < (ROUNDS.get(inCall) ?? 0) * 2; at++) {
      const how = at % 2 === 0 ? 'cold' : 'warm'
      const joined = await newcomers.next(how === 'cold', (newcomer) => joinOnce(newcomer, others))
      progress(`${inCall} in the call, ${how}: ${JSON.stringify(joined)}`)
      if (joined) joins[how].push(joined)
      else joins.notThere++
    }
  }
}

/** Nothing where nobody was there in time: what else was measured is worth having. */
export function spreadsOf(rounds: readonly Joined[]): Results {
  if (rounds.length === 0) return {}
  return Object.fromEntries(
    ARRIVALS.map((measure) => [measure, spreadOf(rounds.map((joined) => joined[measure]))]),
  )
}

/** Nothing if somebody was not seen or heard in time. */
async function joinOnce(newcomer: Sitter, others: readonly Sitter[]): Promise<Joined | undefined> {
  const { page } = newcomer
  const usable = await usableMs(page)
  await after(IN_GREEN_ROOM_MS)
  const button = page.getByRole('button', { name: 'Join', exact: true })
  const arrival = await arrive(newcomer, others, () => button.click())
  return arrival && { usableMs: round(usable), ...arrival }
}

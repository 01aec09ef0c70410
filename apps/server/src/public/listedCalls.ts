import type { CallId } from '@parley/protocol'
import type { Party } from '@parley/release'
import type { Listed } from './publicRows.store.ts'

/** A call in the list of calls. */
export type ListedCall = {
  readonly call: CallId
  readonly title: string
  readonly sides: readonly Party[]
  readonly start: number | undefined
  readonly timeZone: string
  readonly accounts: number
  readonly clips: number
  readonly changedAt: number
}

/** Calls in the order in which something of them was published last, from versions in that order. */
export function listedCalls(listed: readonly Listed[]): readonly ListedCall[] {
  return [...Map.groupBy(listed, ({ call }) => call)].map(([call, versions]) => {
    const newest = newestOfEach(versions)
    const of = (is: string) => newest.filter(({ heading }) => heading.is === is)
    const [announcement] = of('announcement')
    const [first = newest[0]] = [announcement, ...of('clip'), ...of('readout')].filter(
      (one) => one !== undefined,
    )
    const agreed = [announcement, ...of('clip')].find((one) => one !== undefined)
    return {
      call,
      title: first?.heading.title ?? '',
      sides: agreed?.heading.sides ?? of('readout').flatMap(({ heading }) => heading.sides),
      start: announcement?.heading.start ?? first?.heading.start ?? undefined,
      timeZone: announcement?.heading.timeZone ?? 'UTC',
      accounts: of('readout').length,
      clips: of('clip').length,
      changedAt: Math.max(...versions.map(({ publicFrom }) => publicFrom)),
    }
  })
}

function newestOfEach(versions: readonly Listed[]): Listed[] {
  return [...Map.groupBy(versions, ({ item }) => item).values()].flatMap((all) =>
    all.toSorted((a, b) => b.version - a.version).slice(0, 1),
  )
}

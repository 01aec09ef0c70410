import type { Clock } from '@parley/call'
import type { ReadonlySignal } from '@preact/signals-core'
import { askServer } from '../../adapters/check/askServer.ts'
import { readRoute } from '../../adapters/check/readRoute.ts'
import type { LineView } from './checkView.ts'
import { Distinct } from './distinct.ts'
import { judgeLine, roundTripOf } from './judgeLine.ts'

/** Between two questions. Larger: a line that is gone is noticed late. Smaller: a full waiting room keeps the server busy. */
const ASK_EVERY_MS = 3000

/** Between the first ones, which are the least true: connections are made, and the page has work. */
const ASK_FIRST_EVERY_MS = 400
const FIRST = 4

/** Measures the way to the server for as long as it is not disposed of. */
export function checkLine(
  connections: Iterable<RTCPeerConnection>,
  clock: Clock,
): Disposable & { readonly view: ReadonlySignal<LineView> } {
  const view = new Distinct<LineView>({ answer: { phase: 'measuring' }, route: undefined })
  const ending = new AbortController()
  const answeredInMs: number[] = []
  let waiting: Disposable | undefined
  const ask = async (): Promise<void> => {
    const [asked, route] = await Promise.allSettled([
      askServer(ending.signal),
      readRoute(connections),
    ])
    if (ending.signal.aborted) return
    if (asked.status === 'fulfilled') answeredInMs.push(asked.value)
    else answeredInMs.length = 0
    view.set({
      answer: answerOf(answeredInMs),
      route: route.status === 'fulfilled' ? rounded(route.value) : undefined,
    })
    const isFirst = answeredInMs.length < FIRST && asked.status === 'fulfilled'
    waiting = clock.after(isFirst ? ASK_FIRST_EVERY_MS : ASK_EVERY_MS, () => void ask())
  }
  void ask()
  return {
    view: view.signal,
    [Symbol.dispose]() {
      ending.abort()
      waiting?.[Symbol.dispose]()
    },
  }
}

function answerOf(answeredInMs: readonly number[]): LineView['answer'] {
  const roundTripMs = roundTripOf(answeredInMs)
  if (roundTripMs === undefined) return { phase: 'away' }
  return { phase: 'there', roundTripMs: Math.ceil(roundTripMs), is: judgeLine(roundTripMs) }
}

/** Only what is said of it: the rest would be news each time. */
function rounded(route: LineView['route']): LineView['route'] {
  const roundTripMs = route?.roundTripMs
  return route && { ...route, roundTripMs: roundTripMs && Math.ceil(roundTripMs) }
}

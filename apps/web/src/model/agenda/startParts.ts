import { PartsRunner, type CallRecord, type OpenSeat } from '@parley/client'
import type { Clock } from '@parley/call'
import type { ReadonlySignal } from '@preact/signals-core'
import type { PartOfScreen } from '../partOfScreen.ts'
import { startAgenda, type AgendaFrom } from './startAgenda.ts'

/** The parts of the agenda at a seat, with who would like to speak. Disposing follows them no more. */
export type SeatParts = AsyncDisposable & PartOfScreen

/** Follows what every side signs of the agenda, in the record that this device is open with. */
export function startParts({
  seat: { record: seated, documents },
  record: recorded,
  clock,
  ...from
}: Omit<AgendaFrom, 'parts'> & {
  seat: OpenSeat
  /** There by then. */
  record: ReadonlySignal<CallRecord | undefined>
  clock: Clock
}): SeatParts {
  const record = recorded.peek()
  if (!record) throw new Error('The parts are signed for in the record')
  const stack = new AsyncDisposableStack()
  const { call, side, seat } = seated
  const parts = stack.use(
    new PartsRunner({
      call,
      side,
      seat,
      documents,
      log: record.log,
      clock,
      sign: (what) => {
        record.note(...what)
        record.flush().catch(() => undefined)
      },
      give: (entries) => void record.give(entries).catch(() => undefined),
    }),
  )
  const { show, take, ...agenda } = startAgenda({ ...from, parts })
  stack.use(agenda)
  return { show, take, [Symbol.asyncDispose]: () => stack.disposeAsync() }
}

import { PartsRunner, type CallRecord, type OpenRoom, type OpenSeat } from '@parley/client'
import type { Clock, Media } from '@parley/call'
import { signal, type ReadonlySignal } from '@preact/signals-core'
import { PartOnDemand } from '../seat/partOnDemand.ts'
import type { PartOfScreen } from '../partOfScreen.ts'
import { startAgenda, type AgendaFrom } from './startAgenda.ts'

/** The parts of the agenda at a seat, with who would like to speak. Disposing follows them no more. */
export type SeatParts = AsyncDisposable & PartOfScreen

/** Follows what every side signs of the agenda, in the record that this device is open with. */
export function startParts({
  seat: open,
  plenary,
  media,
  ground,
  record: recorded,
  clock,
  ...from
}: Omit<AgendaFrom, 'parts'> & {
  seat: OpenSeat
  plenary: OpenRoom
  media: Media
  /** What the media stand on. */
  ground: { worker: { worker: Worker } }
  /** There by then. */
  record: ReadonlySignal<CallRecord | undefined>
  clock: Clock
}): SeatParts {
  const record = recorded.peek()
  if (!record) throw new Error('The parts are signed for in the record')
  const stack = new AsyncDisposableStack()
  const { documents } = open
  const { call, side, seat } = open.record
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
  const agenda = stack.use(startAgenda({ ...from, parts }))
  const plan = signal(documents.documents.plan)
  stack.use(documents.listen((now) => (plan.value = now.plan)))
  const worker = () => ground.worker.worker
  const recording = stack.use(
    new PartOnDemand({
      clock,
      isDue: () => plan.value?.payload.modalities.recording === 'open-parts',
      afterMs: undefined,
      load: () => import('../recording/startRecording.ts'),
      begin: ({ startRecording }) =>
        startRecording({ ...from, seat: open, plenary, parts, media, worker, clock, record }),
    }),
  )
  return {
    show: (screen) => {
      const shown = agenda.show(screen)
      return recording.now.value?.show(shown) ?? shown
    },
    take: (event) => (recording.now.peek()?.take(event) ?? false) || agenda.take(event),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

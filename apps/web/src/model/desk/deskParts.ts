import { PartsRunner, type Desk, type RecordBook } from '@parley/client'
import type { Clock } from '@parley/call'
import { computed, signal, type ReadonlySignal } from '@preact/signals-core'
import { NOT_LATELY, stepLately } from '../agenda/lately.ts'
import { sayPart, type PartEvent } from '../agenda/partEvent.ts'
import { partsView, type PartsView } from '../agenda/partsView.ts'

/** Larger: what is over stands for longer. Smaller: a console that nobody looks at is drawn more often. */
const LOOK_EVERY_MS = 5000

/** The parts of the agenda at a desk, which speaks for its side by its seal. */
export type DeskParts = AsyncDisposable & {
  readonly view: ReadonlySignal<PartsView>
  readonly send: (event: PartEvent) => void
}

/** Follows what every side signs of them. */
export function startDeskParts({
  desk,
  release,
  clock,
}: {
  desk: Desk
  /** There by then: the parts are signed for in the record. */
  release: ReadonlySignal<{ readonly book: RecordBook } | undefined>
  clock: Clock
}): DeskParts {
  const { book } = release.peek() ?? {}
  if (!book) throw new Error('The record is open before its parts')
  const stack = new AsyncDisposableStack()
  const { call, side } = desk.state.record
  const runner = stack.use(
    new PartsRunner({
      call,
      side,
      seat: undefined,
      documents: desk.documents,
      log: book.log,
      clock,
      sign: (what) => {
        book.note(...what)
        book.flush().catch(() => undefined)
      },
      // Desks ask each other for what they lack.
      give: () => undefined,
    }),
  )
  const parts = signal(runner.parts)
  stack.use(runner.listen((now) => (parts.value = now)))
  const nowMs = signal(clock.nowMs())
  let timer: Disposable | undefined
  const look = (): void => {
    nowMs.value = clock.nowMs()
    timer = clock.after(LOOK_EVERY_MS, look)
  }
  look()
  stack.defer(() => timer?.[Symbol.dispose]())
  let lately = NOT_LATELY
  const view = computed(() => {
    const { agenda = [], sides = [] } = desk.documents.documents.plan?.payload ?? {}
    const at = Math.max(nowMs.value, clock.nowMs())
    const names = { agenda, sides, seats: runner.ground.seats, nowMs: at }
    const [next, shown] = stepLately(lately, { view: partsView(parts.value, names), nowMs: at })
    lately = next
    return shown
  })
  return {
    view,
    send: (event) => void sayPart(runner, event),
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

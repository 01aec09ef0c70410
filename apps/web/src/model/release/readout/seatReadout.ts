import type { Clock } from '@parley/call'
import {
  ConnectionLost,
  openSeat,
  ReadoutSeat,
  Reconciler,
  type KeyStore,
  type SeatRecord,
  type Server,
} from '@parley/client'
import { Refusal } from '@parley/protocol'
import { approvalHash } from '@parley/release'
import { signal, type ReadonlySignal } from '@preact/signals-core'
import type { SeatReadoutEvent, SeatReadoutView } from './seatReadoutView.ts'
import { seatReadoutViewOf, type SeatReadoutFacts } from './seatReadoutViewOf.ts'

/** The readout of a side at the page of one of its seats. Whoever opened it disposes of it. */
export type SeatReadout = AsyncDisposable & {
  readonly view: ReadonlySignal<SeatReadoutView>
  /** Settles once the desk can read what was said, or the view says that it did not get there. */
  readonly send: (event: SeatReadoutEvent) => Promise<void>
}

/** Signs in as the device of that seat, outside the call. Rejects with a `Refusal`. */
export async function openSeatReadout(
  parts: { server: Server; store: KeyStore; clock: Clock; record: SeatRecord },
  signalled?: AbortSignal,
): Promise<SeatReadout> {
  const { record } = parts
  await using opening = new AsyncDisposableStack()
  const seat = opening.use(await openSeat(parts, signalled))
  const readout = opening.use(await ReadoutSeat.open(seat, parts))
  let line: SeatReadoutView['line'] = 'there'
  let isUnsaid = false
  const factsNow = async (): Promise<SeatReadoutFacts> => {
    const side = readout.state
    const wording = side.draft && (await approvalHash(side.draft.text.wording))
    return { side, documents: seat.documents.documents, record, wording, line, isUnsaid }
  }
  const view = signal(seatReadoutViewOf(await factsNow()))
  const follow = new Reconciler(async () => {
    view.value = seatReadoutViewOf(await factsNow())
  })
  const look = () => void follow.want(undefined)
  opening.use(readout.listen(look))
  opening.use(seat.documents.listen(look))
  opening.use(
    seat.connection.onLine((now) => {
      line = now.is === 'there' ? 'there' : 'lost'
      look()
    }),
  )

  function say(event: SeatReadoutEvent): Promise<void> {
    switch (event.type) {
      case 'commented':
        return readout.comment(event)
      case 'approved':
        return readout.approve(event.wording)
      case 'approval-taken-back':
        return readout.approve(null)
    }
  }

  const open = opening.move()
  return {
    view,
    async send(event) {
      isUnsaid = false
      try {
        await say(event)
      } catch (error) {
        if (!(error instanceof Refusal || error instanceof ConnectionLost)) throw error
        isUnsaid = true
      }
      await follow.want(undefined)
    },
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

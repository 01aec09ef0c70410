import {
  partNow,
  type Call,
  type CallEvent,
  type Clock,
  type Media,
  type Parts,
} from '@parley/call'
import type { CallRecord, OpenRoom, OpenSeat, PartsRunner } from '@parley/client'
import type { SeatId } from '@parley/protocol'
import { recordersOf } from '@parley/release/recordings'
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core'
import { recordingFolder } from '../../adapters/recording/recordingFolder.ts'
import type { CallFacts } from '../callFacts.ts'
import type { PartOfScreen } from '../partOfScreen.ts'
import { destroyDue, saidOfDestroyed } from './keptRecordings.ts'
import { OwnDisk } from './ownDisk.ts'
import { RecordingRunner } from './recordingRunner.ts'
import type { RecordingGround } from './recordingState.ts'
import type { OwnRecording, RecordingSeat, RecordingView } from './recordingView.ts'
import { touchOf } from './touch.ts'
import { tracksToRecord } from './tracksToRecord.ts'
import { NOBODY_RECORDS, stepRecorders, whoRecords } from './whoRecords.ts'

/** The recording of a call's open parts, as everybody sees it; and the recorder of a seat that may. */
export type RecordingPart = AsyncDisposable & PartOfScreen

/** What it begins with. */
export type RecordingFrom = {
  seat: OpenSeat
  plenary: OpenRoom
  call: ReadonlySignal<Call>
  facts: ReadonlySignal<CallFacts>
  /** What every side agreed to of the agenda. */
  parts: Pick<PartsRunner, 'parts' | 'listen'>
  media: Pick<Media, 'listen'>
  /** The frame worker that lives. */
  worker: () => Worker
  clock: Clock
  /** Where it says what it destroyed. */
  record: Pick<CallRecord, 'note'>
  tell: (event: CallEvent) => void
}

/** Shows who records, and records where this seat is agreed to and whoever sits here said so. */
export function startRecording(from: RecordingFrom): RecordingPart {
  const { seat, call, facts, media } = from
  const stack = new AsyncDisposableStack()
  const documents = signal(seat.documents.documents)
  stack.use(seat.documents.listen((now) => (documents.value = now)))
  const parts = signal(from.parts.parts)
  stack.use(from.parts.listen((now) => (parts.value = now)))
  const runner = stack.use(new RecordingRunner(from))
  const agreed = computed(() => agreedSeats(documents.value, facts.value))
  const isAgreed = computed(() => agreed.value.has(call.value.you.seat))
  const disk = stack.use(new OwnDisk(from.clock, () => isAgreed.peek()))
  const openPart = computed(() => {
    const now = partNow(parts.value)
    return now?.open ? now.item : undefined
  })
  const recorders = signal(NOBODY_RECORDS)
  stack.defer(
    effect(() => {
      const [now, { nowMs }] = [call.value, facts.value]
      runner.list(tracksToRecord(now, facts.value))
      const ground: RecordingGround = {
        isAgreed: isAgreed.value,
        openPart: openPart.value,
        openUntilMs: (part) => openUntilMs(parts.value, part),
        ...touchOf(now, { parts: parts.value, nowMs }),
        nowMs,
      }
      runner.send({ type: 'followed', ground })
      recorders.value = stepRecorders(recorders.peek(), {
        call: now,
        agreed: agreed.value,
        openPart: openPart.value,
        nowMs,
      })
    }),
  )
  stack.use(
    media.listen((event) => {
      if (event.type === 'frames-stopped') runner.send({ type: 'recorder-lost' })
    }),
  )
  const own = computed((): OwnRecording | undefined => {
    if (!isAgreed.value) return undefined
    const { failure } = runner.state.value
    const written = runner.written.value
    return { is: stateOf(runner.state.value), failure, bytes: written.bytes, ...disk.of(written) }
  })
  const view = computed((): RecordingView => {
    const told = { facts: facts.value, agreed: agreed.value, nowMs: facts.value.nowMs }
    return { ...whoRecords(recorders.value, told), own: own.value }
  })
  destroyEarlier(from).catch(() => undefined)
  stack.use(askBeforeUnload(() => runner.state.peek().phase === 'recording'))
  return {
    show: (shown) =>
      shown.agenda ? { ...shown, agenda: { ...shown.agenda, recording: view.value } } : shown,
    take(event) {
      if (event.type !== 'agenda-recording-switched') return false
      runner.send({ type: 'switched', isOn: event.isOn && isAgreed.peek() })
      if (event.isOn) disk.askToKeep()
      return true
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  }
}

/** What an earlier call left on this disk, or an earlier day of this one, goes on its day. */
async function destroyEarlier({ seat, record, clock }: RecordingFrom): Promise<void> {
  const destroyed = await destroyDue(recordingFolder, { nowMs: clock.nowMs() })
  record.note(...saidOfDestroyed(destroyed, seat.record))
}

function stateOf({ isWanted, file, phase }: RecordingRunner['state']['value']): OwnRecording['is'] {
  if (!isWanted) return 'off'
  if (phase === 'recording') return 'recording'
  return file === 'there' && phase === 'idle' ? 'waiting' : 'starting'
}

/** Those that the agreed papers let record, by name. */
function agreedSeats(
  { plan, lists }: OpenSeat['documents']['documents'],
  { sides, you }: Pick<CallFacts, 'sides' | 'you'>,
): ReadonlyMap<SeatId, RecordingSeat> {
  const sideOf = new Map(sides.map(({ side, name }) => [side, name]))
  return new Map(
    [...recordersOf(plan?.payload, lists)].map(([seat, { name, side }]) => [
      seat,
      { name, side: sideOf.get(side) ?? '', isYou: seat === you.seat },
    ]),
  )
}

/** The end of the stretch in which a part was open, where that is known. */
function openUntilMs({ moves }: Parts, part: number): number | undefined {
  return moves.agreed.findLast(({ item, open }) => item === part && open)?.open?.untilMs
}

/** A page that is closed meanwhile loses what it has not written. */
function askBeforeUnload(isDue: () => boolean): Disposable {
  const ask = (event: BeforeUnloadEvent) => {
    if (isDue()) event.preventDefault()
  }
  addEventListener('beforeunload', ask)
  return { [Symbol.dispose]: () => removeEventListener('beforeunload', ask) }
}

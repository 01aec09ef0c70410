import type { Call, CallEvent, Clock, Companion, Media, ReadyDevices } from '@parley/call'
import type { EarlyCall, OpenRoom, OpenSeat } from '@parley/client'
import type { SeatId } from '@parley/protocol'
import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals-core'
import { SoundPlayer } from '../../adapters/soundPlayer.ts'
import { browserNotes } from '../../adapters/browserNotes.ts'
import { onPageGone } from '../../adapters/pageGone.ts'
import { keepAwake } from '../../adapters/wakeLock.ts'
import { hasAide } from '../aide/hasAide.ts'
import type { Booth } from '../booth/booth.ts'
import type { CallDeed } from '../callEvent.ts'
import type { CallSide, ChosenDevices, Incident } from '../callFacts.ts'
import { callModel, type CallModel } from '../callModel.ts'
import { callDevices } from './callDevices.ts'
import { callFactsOf } from './callFactsOf.ts'
import { Drawing } from './drawing.ts'
import { followCallCode } from './followCallCode.ts'
import { stepIncidents } from './incidents.ts'
import { isVoice } from '../callSpeaker.ts'
import { ShownSizes } from '../shownSizes.ts'
import { measureVoices } from './measureVoices.ts'
import { NO_TRACKS, stepTracks } from './mediaTracks.ts'
import { PartOnDemand } from './partOnDemand.ts'

/** Whoever comes in sees and hears the others first. Larger: these parts come late. Smaller: the first picture waits for them. */
const [LISTENING_AFTER_MS, PRIVATE_AFTER_MS, WRITING_AFTER_MS, AGENDA_AFTER_MS, AIDED_AFTER_MS] = [
  1500, 2000, 2500, 2000, 3500,
]
const RECORD_AFTER_MS = 1000

/** A call as its page holds it, from the green room, where nobody sees it yet, to its end. */
export type LiveCall = AsyncDisposable & {
  readonly model: CallModel
  /** The call's screen once more, with a panel and a draft of its own, as the delegation view; its holder disposes of it. */
  readonly another: () => CallModel
  readonly booth: ReadonlySignal<Booth | undefined>
  readonly call: ReadonlySignal<Call>
  /** Does all that the way in takes and the click is not needed for. */
  readonly prepare: () => Promise<void>
  /** What would be sent, as of now. */
  readonly tellReady: (ready: ReadyDevices) => void
  /** Resolves when nothing more is said of an ended call. */
  readonly over: Promise<void>
  /** The one click: resolves when the call is to be shown. */
  readonly join: (chosen: Chosen) => Promise<void>
}

/** What a second screen of the call finds kept: that it is the delegation view. */
const AS_DELEGATION = { getItem: () => 'delegation', setItem: () => undefined }

/** What one goes in with. */
type Chosen = ChosenDevices & { wantsCamera: boolean; company?: readonly Companion[] }

/** Holds what was opened until the call is over: disposing lets go of it, too. */
export function liveCall({
  seat,
  open,
  ground,
  mediaOf,
  media,
  clock,
  sides,
}: {
  seat: OpenSeat
  open: OpenRoom
  /** What the media stand on. */
  ground: Disposable & { worker: { worker: Worker } }
  /** The media of the caucus. */
  mediaOf: () => Media
  media: Media
  clock: Clock
  sides: readonly CallSide[]
}): LiveCall {
  const parts = new AsyncDisposableStack()
  parts.use(ground)
  const tracks = signal(NO_TRACKS)
  const incidents = signal<readonly Incident[]>([])
  const nowMs = signal(clock.nowMs())
  const devices = parts.use(callDevices())
  const documents = signal(seat.documents.documents)
  parts.use(seat.documents.listen((now) => (documents.value = now)))
  parts.use(
    media.listen((event) => {
      tracks.value = stepTracks(tracks.value, event)
      incidents.value = stepIncidents(incidents.value, event, clock.nowMs())
    }),
  )
  parts.use(open)
  const call = signal(open.runner.call)
  const callCode = followCallCode(open, documents)
  const drawing = parts.use(
    new Drawing({
      clock,
      runner: open.runner,
      draw: (now) => {
        batch(() => {
          call.value = now
          nowMs.value = clock.nowMs()
        })
        callCode.follow(now)
      },
    }),
  )
  const early: EarlyCall[] = []
  parts.use(
    open.runner.listen((now) => {
      const isNew = early.at(-1)?.call.microphoneWord !== now.microphoneWord
      if (now.joining.phase === 'in-call' && isNew && !recorded.now.peek())
        early.push({ call: now, atMs: clock.nowMs() })
    }),
  )
  const facts = computed(() =>
    callFactsOf({
      call: call.value,
      documents: documents.value,
      sides,
      tracks: tracks.value,
      devices: devices.now.value,
      incidents: incidents.value,
      callCode: callCode.now.value,
      canShareScreen: 'getDisplayMedia' in navigator.mediaDevices,
      nowMs: nowMs.value,
    }),
  )
  const levels = signal<ReadonlyMap<SeatId, number>>(new Map())
  parts.use(measureVoices(facts, levels))
  const shown = new ShownSizes()
  const perform = (deed: CallDeed): void => {
    const { runner } = open
    switch (deed.type) {
      case 'message-written': {
        const id = writing.now.peek()?.sent() ?? crypto.randomUUID()
        const from = call.value.you.seat
        return runner.send({ ...deed, id, from, atMs: clock.nowMs() })
      }
      case 'translation-written':
        return runner.send({ ...deed, by: call.value.you.seat, atMs: clock.nowMs() })
      case 'wait-pressed':
        return runner.send({ ...deed, atMs: clock.nowMs() })
      case 'microphone-chosen':
        devices.choose('microphone', deed.device)
        return runner.send({ type: 'input-device-chosen', device: deed.device })
      case 'camera-chosen':
        devices.choose('camera', deed.device)
        return runner.send(deed)
      case 'speaker-chosen':
        return devices.choose('speaker', deed.device)
      case 'picture-shown': {
        const size = shown.largest(deed)
        runner.send({ ...deed, size, atMs: clock.nowMs() })
        return media.setVisible(deed.leaf, deed.number, size)
      }
      default:
        return runner.send(deed)
    }
  }
  const from = { facts, levels, isVoice, clock, notes: browserNotes, perform }
  const isDue = () => call.value.joining.phase === 'in-call'
  const recorded = parts.use(
    new PartOnDemand({
      clock,
      isDue,
      afterMs: RECORD_AFTER_MS,
      load: () => import('../record/startRecord.ts'),
      begin: ({ startRecord }) => startRecord({ seat, plenary: open, early, facts, clock }),
    }),
  )
  const listening = parts.use(
    new PartOnDemand({
      clock,
      isDue,
      afterMs: LISTENING_AFTER_MS,
      load: () => import('../listening/listening.ts'),
      begin: ({ startListening }) => startListening(from),
    }),
  )
  const privately = parts.use(
    new PartOnDemand({
      clock,
      isDue,
      afterMs: PRIVATE_AFTER_MS,
      load: () => import('../private/startPrivate.ts'),
      begin: ({ startPrivate }) =>
        startPrivate({ seat, plenary: open, call, facts, mediaOf, clock }),
    }),
  )
  const send: CallModel['send'] = (event) => model.send(event)
  const writing = parts.use(
    new PartOnDemand({
      clock,
      isDue,
      afterMs: WRITING_AFTER_MS,
      load: () => import('../writing/startWriting.ts'),
      begin: ({ startWriting }) => startWriting({ plenary: open, facts, clock, send }),
    }),
  )
  const tell = (event: CallEvent) => open.runner.send(event)
  const agenda = parts.use(
    new PartOnDemand({
      clock,
      isDue: () => isDue() && recorded.now.value !== undefined,
      afterMs: AGENDA_AFTER_MS,
      load: () => import('../agenda/startParts.ts'),
      begin: ({ startParts }) =>
        startParts({
          seat,
          plenary: open,
          media,
          ground,
          record: recorded.now,
          call,
          facts,
          clock,
          tell,
        }),
    }),
  )
  const aided = parts.use(
    new PartOnDemand({
      clock,
      isDue: () => isDue() && hasAide(documents.value, seat.record.seat),
      afterMs: AIDED_AFTER_MS,
      load: () => import('../aide/startAided.ts'),
      begin: ({ startAided }) =>
        startAided({ seat, plenary: open, screen: () => model, clock, send }),
    }),
  )
  const beside = {
    listening: listening.now,
    beside: [agenda.now, writing.now, privately.now, aided.now],
  }
  const model: CallModel = parts.use(callModel({ ...from, ...beside }))
  const booth = parts.use(
    new PartOnDemand({
      clock,
      isDue: () => facts.value.you.role === 'interpreter',
      afterMs: undefined,
      load: () => import('../booth/boothCode.ts'),
      begin: ({ openBooth, stepInBooth }) => {
        open.runner.sitInBooth(stepInBooth)
        const { speaker } = model
        return openBooth({ ...from, call, speaker, perform: tell })
      },
    }),
  )
  const player = parts.use(new SoundPlayer())
  parts.defer(
    effect(() => {
      const { sounds, speaker } = model.view.value
      // An interpreter's console has a way of its own to the ears.
      const isMuted = booth.now.value?.ears.isRunning.value ?? false
      player.play(sounds, { speaker, isMuted })
    }),
  )
  const join = async ({ camera, microphone, speaker, wantsCamera, company }: Chosen) => {
    parts.use(keepAwake())
    parts.use(
      onPageGone(() => {
        recorded.now.peek()?.farewell()
        open.runner.farewell()
      }),
    )
    await drawing.goIn(() => {
      open.runner.send({
        type: 'join-pressed',
        atMs: clock.nowMs(),
        chosen: { wantsCamera, camera, inputDevice: microphone },
      })
      if (company) open.runner.send({ type: 'company-declared', company })
      devices.begin({ camera, microphone, speaker })
    })
  }
  return {
    model,
    another: () => callModel({ ...from, ...beside, notes: AS_DELEGATION }),
    booth: booth.now,
    call,
    join,
    prepare: () => open.runner.prepare(),
    over: open.runner.over,
    tellReady: (ready) => open.runner.send({ type: 'devices-readied', ready }),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  }
}

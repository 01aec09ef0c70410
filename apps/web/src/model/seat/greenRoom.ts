import type { Clock, Companion, ReadyDevices } from '@parley/call'
import type { OpenSeat } from '@parley/client'
import type { SeatId } from '@parley/protocol'
import { computed, effect, signal, untracked, type ReadonlySignal } from '@preact/signals-core'
import { followDevices, type DeviceList } from '../../adapters/deviceList.ts'
import { voicingOf, whyFailed } from '../../adapters/media/capture.ts'
import { rememberDevice, rememberedDevice } from '../../adapters/rememberedDevices.ts'
import { SoundLevels } from '../../adapters/soundLevel.ts'
import { hasAide } from '../aide/hasAide.ts'
import type { CallSide, ChosenDevices, Device } from '../callFacts.ts'
import type { Checks } from '../check/checks.ts'
import { NO_LEVEL, stepLevel, type Level } from '../greenRoomLevel.ts'
import type { GreenRoomEvent, GreenRoomSide, GreenRoomView, Input } from '../greenRoomView.ts'
import {
  isSpeakerMissing,
  numberedAnew,
  shownDevices,
  type MissingDevice,
} from '../shownDevices.ts'
import { greenRoomCall, NOTHING_IN_THE_WAY, type Behind } from './greenRoomCall.ts'
import { ChecksOnDemand } from './checksOnDemand.ts'
import { takeDevice } from './takeDevice.ts'

/** The green room as its page holds it. Disposing stops its camera and microphone. */
export type GreenRoom = AsyncDisposable & {
  readonly view: ReadonlySignal<GreenRoomView>
  readonly level: ReadonlySignal<Level>
  /** What is measured; undefined before `measure` and after. */
  readonly checks: ReadonlySignal<Checks | undefined>
  /** Measures once the page is idle, until it is disposed of; `connections` are those that media use. */
  readonly measure: (connections: Iterable<RTCPeerConnection>) => Disposable
  readonly send: (event: GreenRoomEvent) => void
  /** Who is in the room now. */
  readonly tellPresent: (seats: ReadonlySet<SeatId>) => void
  /** What changed of the call behind it. */
  readonly tell: (behind: Partial<Behind>) => void
  /** What is open here, for the call to be made ready with. */
  readonly ready: ReadonlySignal<ReadyDevices>
  /** A track of its own of a device that is open here, for the call; undefined for another. */
  readonly share: (kind: 'camera' | 'microphone', device: string) => MediaStreamTrack | undefined
}

/** What one leaves with, into the call. */
export type Leaving = ChosenDevices & {
  wantsCamera: boolean
  /** Absent where nothing was said of it. */
  company?: readonly Companion[]
}

/** Shows oneself to oneself, before anybody else. `onJoin` is called with what was chosen. */
export function greenRoom({
  seat,
  clock,
  sides,
  onJoin,
}: {
  seat: OpenSeat
  clock: Clock
  sides: readonly CallSide[]
  onJoin: (leaving: Leaving) => void
}): GreenRoom {
  const parts = new AsyncDisposableStack()
  const { record } = seat
  const role = seat.documents.documents.lists.seats.get(record.seat)?.role
  const chosen = signal<ChosenDevices>({
    camera: rememberedDevice('camera').id,
    microphone: rememberedDevice('microphone').id,
    speaker: rememberedDevice('speaker').id,
  })
  const missing = signal<readonly MissingDevice[]>([])
  const camera = signal<Input<{ media: MediaStreamTrack }>>({ phase: 'asking' })
  const microphone = signal<Input<object>>({ phase: 'asking' })
  const devices = signal<DeviceList>({ cameras: [], microphones: [], speakers: [] })
  const offered = parts.use(followDevices((list) => (devices.value = list)))
  const documents = signal(seat.documents.documents)
  const level = signal(NO_LEVEL)
  const isJoining = signal(false)
  const behind = signal(NOTHING_IN_THE_WAY)
  const present = signal<ReadonlySet<SeatId> | undefined>(undefined)
  parts.use(seat.documents.listen((now) => (documents.value = now)))

  const meter = parts.use(
    new SoundLevels((levels) => {
      for (const dbfs of levels.values()) level.value = stepLevel(level.value, dbfs, clock.nowMs())
    }),
  )
  const company = signal<readonly Companion[] | undefined>(undefined)
  const voice = signal<MediaStreamTrack | undefined>(undefined)
  const measured = computed(() => (isJoining.value ? undefined : voice.value))
  parts.defer(effect(() => meter.measure(measured.value ? [measured.value] : [])))
  const stopVoice = () => {
    voice.value?.stop()
    voice.value = undefined
  }
  const checking = new ChecksOnDemand({
    microphone: measured,
    camera: computed(() => cameraOf(camera.value)),
    speaker: computed(() => chosen.value.speaker),
    role,
    whole: {
      isOn: () => voicingOf(role) === 'as-it-is',
      set: (isWhole) => {
        rememberDevice('voice', isWhole ? 'whole' : 'default', [])
        void take('microphone')
      },
    },
    clock,
  })
  const stopCamera = () => {
    if (camera.value.phase === 'there') camera.value.media.stop()
  }
  parts.defer(() => {
    stopVoice()
    stopCamera()
  })
  const take = async (kind: 'camera' | 'microphone'): Promise<void> => {
    const input: { value: Input<object> } = kind === 'camera' ? camera : microphone
    input.value = { phase: 'asking' }
    try {
      const { track, isChosen } = await takeDevice(kind, chosen.value[kind], voicingOf(role))
      if (parts.disposed) return track.stop()
      if (!isChosen) chosen.value = { ...chosen.value, [kind]: 'default' }
      track.addEventListener('ended', () => lose(kind, track))
      if (kind === 'camera') camera.value = { phase: 'there', media: track }
      else {
        stopVoice()
        voice.value = track
        microphone.value = { phase: 'there' }
      }
      // Last, since whoever hears of it may choose another.
      if (!isChosen) missing.value = [...missing.value, { kind, name: rememberedDevice(kind).name }]
    } catch (error) {
      input.value = { phase: 'failed', why: whyFailed(error) }
    }
    offered.refresh()
  }
  /** Unplugged, or closed by the browser. One that another has taken the place of is not missed. */
  const lose = (kind: 'camera' | 'microphone', track: MediaStreamTrack): void => {
    const ended = { phase: 'failed', why: 'ended' } as const
    if (kind === 'camera' && cameraOf(camera.value) === track) camera.value = ended
    if (kind === 'microphone' && voice.value === track) {
      stopVoice()
      microphone.value = ended
    }
    offered.refresh()
  }
  const choose = (kind: keyof ChosenDevices, id: string, offers: readonly Device[]): void => {
    rememberDevice(kind, id, offers)
    missing.value = missing.value.filter((gone) => gone.kind !== kind)
    chosen.value = { ...chosen.value, [kind]: id }
  }
  const missed = computed((): readonly MissingDevice[] =>
    isSpeakerMissing(devices.value, chosen.value)
      ? [...missing.value, { kind: 'speaker', name: rememberedDevice('speaker').name }]
      : missing.value,
  )
  const foundAgain = new Set<string>()
  parts.defer(
    effect(() => {
      const found = numberedAnew(missed.value, devices.value)
      const again = found.find(({ id }) => !foundAgain.has(id))
      if (!again || isJoining.value) return
      // Once: one that cannot be opened is missing.
      foundAgain.add(again.id)
      untracked(() => send({ type: `${again.kind}-chosen`, device: again.id }))
    }),
  )
  void take('camera')
  void take('microphone')

  const view = computed((): GreenRoomView => {
    const { plan, lists, delegations } = documents.value
    const startsAtMs = plan?.payload.start ?? 0
    const own = lists.seats.get(record.seat)
    const side = sides.find(({ isOwn }) => isOwn)
    if (!side) throw new Error('One’s own side is in the plan')
    return {
      title: plan?.payload.title ?? '',
      startsAtMs,
      isToday: new Date(startsAtMs).toDateString() === new Date(clock.nowMs()).toDateString(),
      you: { name: own?.name ?? '', office: own?.office ?? '', side },
      camera: camera.value,
      microphone: microphone.value,
      devices: shownDevices(devices.value, chosen.value, {
        camera: cameraOf(camera.value)?.getSettings().deviceId,
        microphone: voice.value?.getSettings().deviceId,
      }),
      missing: missed.value,
      sides: sides.map((one): GreenRoomSide => {
        const seats = [...lists.seats].filter(([, listed]) => listed.side === one.side)
        const here = present.value && seats.filter(([each]) => present.value?.has(each)).length
        return { ...one, names: seats.map(([, { name }]) => name), here }
      }),
      company: {
        declared: company.value,
        allowed: plan?.payload.modalities.peopleInRoom ?? '',
        role: own?.role,
        hasAide: hasAide(documents.value, record.seat),
        recorded: plan?.payload.modalities.recording === 'open-parts' ? lists.seats : undefined,
      },
      telephone: delegations.get(record.side)?.payload.telephone,
      call: greenRoomCall(behind.value, {
        isJoining: isJoining.value,
        isAgreed: own !== undefined,
      }),
    }
  })
  const send = (event: GreenRoomEvent): void => {
    switch (event.type) {
      case 'join-pressed': {
        if (isJoining.value) return
        isJoining.value = true
        tell({ loading: undefined })
        const { phase } = camera.value
        // One that is still on its way is wanted as well.
        const wantsCamera = phase === 'there' || phase === 'asking'
        const declared = company.value && { company: company.value }
        return onJoin({ ...chosen.value, wantsCamera, ...declared })
      }
      case 'camera-chosen':
        stopCamera()
        choose('camera', event.device, devices.value.cameras)
        return void take('camera')
      case 'microphone-chosen':
        choose('microphone', event.device, devices.value.microphones)
        return void take('microphone')
      case 'speaker-chosen':
        return choose('speaker', event.device, devices.value.speakers)
      case 'camera-pressed':
        if (camera.value.phase !== 'there') return void take('camera')
        stopCamera()
        camera.value = { phase: 'off' }
        return undefined
      case 'company-declared':
        company.value = event.company
        return undefined
      case 'devices-asked-again':
        stopCamera()
        void take('camera')
        return void take('microphone')
    }
  }
  const ready = computed((): ReadyDevices => ({
    camera: camera.value.phase === 'there' ? chosen.value.camera : undefined,
    microphone: microphone.value.phase === 'there' ? chosen.value.microphone : undefined,
  }))
  const share: GreenRoom['share'] = (kind, device) => {
    const open = kind === 'microphone' ? voice.value : cameraOf(camera.value)
    if (chosen.value[kind] !== device || open?.readyState !== 'live') return undefined
    return open.clone()
  }
  const tell = (changed: Partial<Behind>): void => {
    behind.value = { ...behind.value, ...changed }
    if (changed.loading === 'failed') isJoining.value = false
  }
  const tellPresent = (seats: ReadonlySet<SeatId>) => void (present.value = seats)
  return {
    view,
    level,
    checks: checking.checks,
    measure: (connections) => checking.begin(connections),
    send,
    tell,
    tellPresent,
    ready,
    share,
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  }
}

function cameraOf(camera: GreenRoomView['camera']): MediaStreamTrack | undefined {
  return camera.phase === 'there' ? camera.media : undefined
}

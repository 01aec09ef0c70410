import type { Channel, Clock } from '@parley/call'
import type { SeatId } from '@parley/protocol'
import { batch, computed, effect, signal, type ReadonlySignal } from '@preact/signals-core'
import type { CallDeed, ListeningGesture } from '../callEvent.ts'
import type { CallFacts, Person } from '../callFacts.ts'
import type { Mix } from '../callMix.ts'
import type { Levels } from '../callSpeaker.ts'
import { boothsOf, isSameChannel, type Booth } from './booths.ts'
import {
  heardBooth,
  rememberChoice,
  rememberedChoice,
  rememberedUnder,
  rememberUnder,
} from './choice.ts'
import { stepFloorUp } from './floorUnder.ts'
import {
  forSpeaker,
  isSameSaying,
  NOTHING_MISSING,
  stepMissing,
  type ForSpeaker,
} from './forSpeaker.ts'
import { lastHeardMs, NO_VOICES, stepHeardVoices } from './heardVoices.ts'
import { NO_INTERPRETER_SAID, stepInterpreterSaid } from './interpreterSaid.ts'
import { listeningView, type ListeningView } from './listeningView.ts'

/** What one listens to: what is shown of it, and what it makes of the sounds. */
export type Listening = Disposable & {
  view: ReadonlySignal<ListeningView>
  /** Undefined while one hears the floor alone. */
  mix: ReadonlySignal<Mix | undefined>
  send: (gesture: ListeningGesture) => void
}

/** Follows the call, and tells it what is listened to. */
export function startListening({
  facts,
  levels,
  isVoice,
  clock,
  notes,
  perform,
}: {
  facts: ReadonlySignal<CallFacts>
  levels: ReadonlySignal<Levels>
  /** Whether a level is that of a voice. */
  isVoice: (dbfs: number | undefined) => boolean
  clock: Pick<Clock, 'nowMs'>
  /** What this device keeps. */
  notes: Pick<Storage, 'getItem' | 'setItem'>
  perform: (deed: CallDeed) => void
}): Listening {
  const parts = new DisposableStack()
  const seat = facts.peek().you.seat
  const choice = signal(rememberedChoice(notes, seat))
  const underPercent = signal(rememberedUnder(notes))
  const [isUp, speaker] = [signal(false), signal<SeatId | undefined>(undefined)]
  const told = signal<ForSpeaker | undefined>(undefined)
  const said = signal(NO_INTERPRETER_SAID.lately)
  const booths = computed(() => boothsOf(facts.value))
  const booth = computed(() => {
    const you = facts.value.people.find(({ isYou }) => isYou)
    return heardBooth(choice.value, booths.value, you)
  })
  let [heard, missing, saying] = [NO_VOICES, NOTHING_MISSING, NO_INTERPRETER_SAID]
  let wasChosen = false
  parts.defer(
    effect(() => {
      const nowMs = clock.nowMs()
      const now = { facts: facts.value, booths: booths.value }
      const { people } = now.facts
      heard = stepHeardVoices(heard, { levels: levels.value, isVoice, nowMs })
      missing = stepMissing(missing, { ...now, heard, nowMs })
      saying = stepInterpreterSaid(saying, { booth: booth.value, wasChosen, nowMs })
      const onAir = heardSeat(booth.value, people)
      const floor = people.filter(({ isYou, into }) => !isYou && into === undefined)
      const floorHeardMs = lastHeardMs(heard, floor)
      const heardMs = onAir && heard.get(onAir)
      batch(() => {
        isUp.value = stepFloorUp(isUp.peek(), { onAir, heardMs, floorHeardMs, nowMs })
        speaker.value = floor.find(
          ({ seat: of }) => heard.has(of) && heard.get(of) === floorHeardMs,
        )?.seat
        const tell = forSpeaker(missing, { ...now, heard, nowMs })
        if (!isSameSaying(told.peek(), tell)) told.value = tell
        said.value = saying.lately
      })
    }),
  )
  const view = computed(() => {
    const now = { facts: facts.value, booths: booths.value, booth: booth.value }
    const own = { speaker: speaker.value, underPercent: underPercent.value }
    return listeningView({ ...now, ...own, forSpeaker: told.value, said: said.value })
  })
  const mix = computed((): Mix | undefined => {
    if (!booth.value) return undefined
    const interpreter = heardSeat(booth.value, facts.value.people)
    return isUp.value
      ? { floor: 1, interpreter, overMs: COMES_UP_MS }
      : { floor: underPercent.value / 100, interpreter, overMs: 0 }
  })
  parts.defer(tellChannel(booth, perform))
  const send = (gesture: ListeningGesture): void => {
    switch (gesture.type) {
      case 'listening-chosen':
        wasChosen = true
        choice.value = { channel: gesture.channel }
        return rememberChoice(notes, seat, gesture.channel)
      case 'under-chosen':
        underPercent.value = gesture.percent
        return rememberUnder(notes, gesture.percent)
    }
  }
  return { view, mix, send, [Symbol.dispose]: () => parts.dispose() }
}

/** Larger: one waits for the original voice. Smaller: it startles. */
const COMES_UP_MS = 300

/** Nobody hears the language that they interpret into themselves. */
function heardSeat(booth: Booth | undefined, people: readonly Person[]): SeatId | undefined {
  const isOwn = people.some(
    ({ isYou, side, into }) => isYou && side === booth?.side && into === booth.language,
  )
  return isOwn ? undefined : booth?.onAir?.seat
}

/** What is listened to, each time that it is another. */
function tellChannel(
  booth: ReadonlySignal<Booth | undefined>,
  perform: (deed: CallDeed) => void,
): () => void {
  let told: Channel | undefined
  return effect(() => {
    const { side, language } = booth.value ?? {}
    const channel = side && language ? { side, language } : undefined
    if (isSameChannel(channel, told)) return
    told = channel
    perform({ type: 'channel-chosen', channel })
  })
}

import type {
  Channel,
  DisplayWord,
  Driving,
  EndedBy,
  Joining,
  Layout,
  Order,
  Ordered,
} from '@parley/call'
import type { Documents } from '@parley/client'
import type { SeatId } from '@parley/protocol'
import type { AgendaPart } from '@parley/seal'
import type { CallSide } from '../callFacts.ts'

/** One thing that the display can be set to let its people hear. */
export type AideChannel = {
  key: string
  /** Undefined for the floor. */
  channel: Channel | undefined
  /** Whose booth, where another side has the same language. */
  of: string | undefined
  isChosen: boolean
}

/** The display as it says that it is. */
export type AideDisplay = {
  layout: Layout
  layouts: readonly Layout[]
  channels: readonly AideChannel[]
  camera: DisplayWord['camera']
  microphone: DisplayWord['microphone']
  /** Who speaks on the floor, or did last. */
  speaker: string | undefined
  /** The part of the agenda in progress. */
  part: { title: string; isOpen: boolean } | undefined
  others: number
}

/** Everything that an aide's console shows. */
export type AideView = {
  title: string
  /** Whose display it drives. */
  seat: { name: string; office: string; side: CallSide }
  /** What the plan says of opening the microphone. */
  opens: 'asks' | 'at-once'
  isServerAway: boolean
} & (
  | { phase: 'door' | 'entering' }
  | { phase: 'ended'; by: EndedBy }
  | {
      phase: 'in'
      /** Undefined while it is not there. */
      display: AideDisplay | undefined
      /** The last order, and how far it came. */
      order: Ordered | undefined
    }
)

/** What was done at an aide's console. */
export type AideEvent =
  | { type: 'enter-pressed' }
  | { type: 'layout-chosen'; to: Layout }
  | { type: 'channel-chosen'; channel: Channel | undefined }
  | { type: 'camera-pressed' }
  /** Asks, opens or closes, as the microphone is. */
  | { type: 'microphone-pressed' }
  | { type: 'asking-taken-back' }

/** Those by whom names are told. */
type Names = {
  lists: Pick<Documents['lists'], 'seats'>
  sides: readonly CallSide[]
  agenda: readonly AgendaPart[]
}

/** The console as data. `inside` is undefined before one is in the seat's room. */
export function aideView({
  inside,
  names,
  ...alike
}: {
  inside: 'entering' | { joining: Joining; driving: Driving } | undefined
  names: Names
} & Pick<AideView, 'title' | 'seat' | 'opens' | 'isServerAway'>): AideView {
  if (inside === undefined) return { ...alike, phase: 'door' }
  if (inside === 'entering') return { ...alike, phase: 'entering' }
  const { joining, driving } = inside
  if (joining.phase === 'ended') return { ...alike, phase: 'ended', by: joining.by }
  if (!('leaf' in joining)) return { ...alike, phase: 'entering' }
  const { display, last } = driving
  return {
    ...alike,
    phase: 'in',
    display: display && aideDisplay(display.word, names),
    order: last,
  }
}

/** What a press asks of the display, as that last said that it is. */
export function orderOf(
  event: Exclude<AideEvent, { type: 'enter-pressed' }>,
  { camera, microphone }: Pick<DisplayWord, 'camera' | 'microphone'>,
): Order {
  switch (event.type) {
    case 'layout-chosen':
      return { set: 'layout', to: event.to }
    case 'channel-chosen':
      return { set: 'language', ...(event.channel && { to: event.channel }) }
    case 'camera-pressed':
      return { set: 'camera', isOn: camera === 'off' }
    case 'microphone-pressed':
      return { set: 'microphone', to: microphone === 'open' ? 'closed' : 'open' }
    case 'asking-taken-back':
      return { set: 'microphone', to: 'as-it-is' }
  }
}

/** The display by the names of the agreed lists. */
function aideDisplay(word: DisplayWord, { lists, sides, agenda }: Names): AideDisplay {
  const { layout, layouts, camera, microphone, others, channels, hears, speaker } = word
  const rows = channels.map((channel): AideChannel => {
    const isAlone = channels.filter(({ language }) => language === channel.language).length === 1
    const side = sides.find((one) => one.side === channel.side)
    return {
      key: `${channel.side} ${channel.language}`,
      channel,
      of: isAlone ? undefined : side?.name,
      isChosen: channel.side === hears?.side && channel.language === hears.language,
    }
  })
  const { part } = word
  const item = part && agenda.find((one) => one.part === part.item)
  const floor = { key: 'floor', channel: undefined, of: undefined, isChosen: hears === undefined }
  return {
    layout,
    layouts,
    channels: [...rows, floor],
    camera,
    microphone,
    speaker: nameOf(speaker, lists.seats),
    part: item && { title: item.title, isOpen: part.isOpen },
    others,
  }
}

function nameOf(seat: SeatId | undefined, seats: Documents['lists']['seats']): string | undefined {
  return seat && seats.get(seat)?.name
}

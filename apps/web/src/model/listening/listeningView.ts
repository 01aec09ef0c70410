import type { Channel } from '@parley/call'
import type { SeatId } from '@parley/protocol'
import type { CallFacts, CallSide } from '../callFacts.ts'
import { isSameChannel, type Booth } from './booths.ts'
import type { ForSpeaker } from './forSpeaker.ts'
import type { InterpreterSaid } from './interpreterSaid.ts'

/** One thing that can be listened to. */
export type ChannelRow = {
  key: string
  /** Undefined for the floor. */
  channel: Channel | undefined
  /** Named where another side has the same language. */
  of: CallSide | undefined
  /** Whose level is shown, whose name, and since when this person interprets; of the floor, who speaks. */
  seat: SeatId | undefined
  name: string | undefined
  sinceMs: number | undefined
  /** Who is there and could interpret. */
  partners: readonly string[]
  isChosen: boolean
}

/** What one listens to, as the screen has it. */
export type ListeningView = {
  /** The floor last; nothing if no agreed seat interprets here. */
  channels: readonly ChannelRow[]
  /** The interpretation that one hears: undefined for the floor. */
  hears: { language: string; of: CallSide | undefined; name: string | undefined } | undefined
  /** How loud the floor is under an interpretation. */
  underPercent: number
  forSpeaker: ForSpeaker | undefined
  /** What was said to screen readers lately. */
  said: readonly InterpreterSaid[]
}

/** What the screen shows of it. */
export function listeningView({
  facts: { people },
  booths,
  booth,
  speaker,
  ...rest
}: {
  facts: Pick<CallFacts, 'people'>
  booths: readonly Booth[]
  /** The one that is listened to. */
  booth: Booth | undefined
  /** Who speaks on the floor. */
  speaker: SeatId | undefined
} & Pick<ListeningView, 'underPercent' | 'forSpeaker' | 'said'>): ListeningView {
  const rows = booths.map((one) => rowOf(one, { booths, booth }))
  const speaking = people.find(({ seat }) => seat === speaker)
  const floor: ChannelRow = {
    key: 'floor',
    channel: undefined,
    of: undefined,
    seat: speaking?.seat,
    name: speaking?.name,
    sinceMs: undefined,
    partners: [],
    isChosen: booth === undefined,
  }
  const chosen = rows.find(({ isChosen }) => isChosen)
  return {
    channels: rows.length > 0 ? [...rows, floor] : [],
    hears: booth && { language: booth.language, of: chosen?.of, name: chosen?.name },
    ...rest,
  }
}

function rowOf(
  { side, language, of, onAir, partners }: Booth,
  { booths, booth }: { booths: readonly Booth[]; booth: Booth | undefined },
): ChannelRow {
  const channel = { side, language }
  const isShared = booths.some((one) => one.language === language && one.side !== side)
  return {
    key: `${side} ${language}`,
    channel,
    of: isShared ? of : undefined,
    seat: onAir?.seat,
    name: onAir?.name,
    sinceMs: onAir?.opened?.atMs,
    partners: partners.map(({ name }) => name),
    isChosen: booth !== undefined && isSameChannel(booth, channel),
  }
}

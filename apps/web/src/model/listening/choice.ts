import type { Channel } from '@parley/call'
import { SideId, type SeatId } from '@parley/protocol'
import * as v from 'valibot'
import type { Person } from '../callFacts.ts'
import { isSameChannel, type Booth } from './booths.ts'

/** What whoever sits here chose to hear: a channel, or the floor; nothing while nobody chose. */
export type Choice = { channel: Channel | undefined } | undefined

/** What is kept of it on the device. */
type Notes = Pick<Storage, 'getItem' | 'setItem'>

const CHOICE_KEY = 'parley-listens'
const UNDER_KEY = 'parley-floor-under'

/** How loud the floor is under an interpretation, in percent, until somebody chooses. */
const UNDER_PERCENT = 15

const Kept = v.object({
  seat: v.string(),
  channel: v.nullable(v.object({ side: SideId, language: v.string() })),
})

/** What was chosen on this device for this seat, if anything was. */
export function rememberedChoice(notes: Notes, seat: SeatId): Choice {
  try {
    const kept = v.parse(Kept, JSON.parse(notes.getItem(CHOICE_KEY) ?? ''))
    return kept.seat === seat ? { channel: kept.channel ?? undefined } : undefined
  } catch {
    return undefined
  }
}

/** Chosen again by itself after a reload. */
export function rememberChoice(notes: Notes, seat: SeatId, channel: Channel | undefined): void {
  notes.setItem(CHOICE_KEY, JSON.stringify({ seat, channel: channel ?? null }))
}

/** From 0 to 100. */
export function rememberedUnder(notes: Notes): number {
  const kept = Number.parseInt(notes.getItem(UNDER_KEY) ?? '', 10)
  return kept >= 0 && kept <= 100 ? kept : UNDER_PERCENT
}

/** The same in the next call on this device. */
export function rememberUnder(notes: Notes, percent: number): void {
  notes.setItem(UNDER_KEY, String(percent))
}

/**
 * What is heard: what was chosen, as long as there is such a booth; else the first language of one's own
 * seat, of one's own side before another. An interpreter begins with the floor.
 */
export function heardBooth(
  choice: Choice,
  booths: readonly Booth[],
  you: Pick<Person, 'role' | 'languages'> | undefined,
): Booth | undefined {
  const chosen = choice?.channel && booths.find((booth) => isSameChannel(booth, choice.channel))
  if (chosen || (choice && !choice.channel)) return chosen
  const [first] = you?.role === 'interpreter' ? [] : (you?.languages ?? [])
  return booths.find(({ language }) => language === first)
}

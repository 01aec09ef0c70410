import type { SeatId } from '@parley/protocol'
import type { Channel } from '../members.ts'

/** How a call is shown: the other principal alone, everybody with the panel, or an interpreter's console. */
export type Layout = 'room' | 'delegation' | 'booth'

/** What a display tells its aide's console of itself. Names are in the documents, which both have. */
export type DisplayState = {
  readonly layout: Layout
  /** What it can be set to, the present one among them. */
  readonly layouts: readonly Layout[]
  /** Absent for the floor. */
  readonly hears?: Channel
  /** What can be listened to beside the floor. */
  readonly channels: readonly Channel[]
  readonly camera: 'on' | 'off'
  /** `private`: one speaks to one's own side, or is about to. `unavailable`: one is not quite in the call. */
  readonly microphone: 'open' | 'closed' | 'private' | 'unavailable'
  /** Who speaks on the floor, or did last. */
  readonly speaker?: SeatId
  /** The part of the agenda in progress. */
  readonly part?: { readonly item: number; readonly isOpen: boolean }
  /** How many others are in the call. */
  readonly others: number
}

/** What an aide's console asks of the display. */
export type Order =
  | { readonly set: 'layout'; readonly to: Layout }
  /** Without one, the floor. */
  | { readonly set: 'language'; readonly to?: Channel }
  | { readonly set: 'camera'; readonly isOn: boolean }
  /** `as-it-is` takes an asking back. */
  | { readonly set: 'microphone'; readonly to: 'open' | 'closed' | 'as-it-is' }

/**
 * What came of an order. `asked`: whoever sits there was asked, and has not answered. `late`: the display
 * is another than the one it was given to.
 */
export type OrderAnswer =
  | 'done'
  | 'asked'
  | 'not-now'
  | 'no-answer'
  | 'taken-back'
  | 'late'
  | 'private'
  | 'unavailable'

/** An order of the console, and what came of it. */
export type AnsweredOrder = { readonly id: string; readonly with: OrderAnswer }

/** What the display says, every few seconds and when something changed: `n` counts what was said of that `page`. */
export type DisplayWord = DisplayState & {
  readonly word: 'display'
  readonly page: string
  readonly n: number
  /** The last few, the newest at the end. */
  readonly answers: readonly AnsweredOrder[]
}

/** What the console says, upon which of the display's words. */
export type OrderWord = {
  readonly word: 'order'
  readonly id: string
  readonly upon: readonly [page: string, n: number]
  readonly order: Order
}

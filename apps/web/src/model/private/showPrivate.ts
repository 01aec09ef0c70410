import type { SeatId } from '@parley/protocol'
import type { CallTile } from '../callTiles.ts'
import type { CallView } from '../callView.ts'
import type { MessageRow } from '../callMessages.ts'
import type { PrivateView } from './privateView.ts'

/** How loud the floor is while one's own side speaks to one. Larger: one understands neither. Smaller: one misses what is said there. */
const FLOOR_UNDER_PRIVATE = 0.4

/** What a private room adds to the call's screen. */
export type PrivateShown = {
  view: PrivateView
  /** Private messages, in order of arrival. */
  rows: readonly MessageRow[]
  unread: number
  /** The private voices of others. */
  sounds: readonly { key: string; media: MediaStreamTrack }[]
}

/** The call's screen with one's own side's room in it. Nothing of it depends on another side's word. */
export function showPrivate(
  call: CallView,
  { view, rows, unread, sounds }: PrivateShown,
): CallView {
  const { talk } = view
  const { messages, stage } = call
  const under = view.speaking.length > 0 ? FLOOR_UNDER_PRIVATE : 1
  return {
    ...call,
    privately: view,
    microphone: talk.is === 'none' ? call.microphone : { is: 'unavailable', closedBy: 'private' },
    stage: talk.isShown
      ? { ...stage, tiles: stage.tiles.map((tile) => marked(tile, view)) }
      : stage,
    messages: {
      ...messages,
      rows: inOrder(messages.rows, rows),
      unread: messages.unread + unread,
    },
    sounds: [
      ...call.sounds.map((sound) => ({ ...sound, volume: sound.volume * under })),
      ...sounds.map((sound) => ({ ...sound, volume: 1, overMs: 0 })),
    ],
  }
}

/** While one speaks privately nobody hears one but who is said to. */
function marked(tile: CallTile, { rows, talk }: PrivateView): CallTile {
  const { person, shows } = tile
  if (person.isYou || shows === 'screen') return tile
  if (tile.mark !== undefined && tile.mark !== 'speaking') return tile
  if (talk.is !== 'ending' && mayHear(person.seat, rows)) return tile
  return { ...tile, mark: 'does-not-hear-you' }
}

function mayHear(seat: SeatId, rows: PrivateView['rows']): boolean {
  const is = rows.find((row) => row.seat === seat)?.is
  return is === 'hears-you' || is === 'not-confirmed' || is === 'is-in'
}

function inOrder(all: readonly MessageRow[], own: readonly MessageRow[]): readonly MessageRow[] {
  return [...all, ...own].toSorted((a, b) => a.atMs - b.atMs)
}

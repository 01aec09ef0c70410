import type { SeatId } from '@parley/protocol'
import { bigOf, everyTile, type CallTile, type TileMark, type TilesOf } from './callTiles.ts'

/** Somebody who has no picture here and of whom something has to be said. */
type Unseen = { seat: SeatId; name: string; mark: TileMark }

/** What a room display shows. */
export type RoomStage = {
  tiles: readonly CallTile[]
  /** Who speaks without being seen. */
  heard: string | undefined
  unseen: readonly Unseen[]
}

/** What is wrong for the whole call, and not only with a picture or for one's own voice, which have their sentences. */
const SAID_OF_UNSEEN: ReadonlySet<TileMark> = new Set([
  'held',
  'sound-foreign',
  'sound-unconfirmed',
  'both-foreign',
  'both-unconfirmed',
  'coming-back',
  'stopped',
  'sound-stopped',
  'sound-broken',
])

/** More would be a list, which the delegation view has. */
const UNSEEN = 3

/**
 * The other principal, and oneself in the corner. A screen that another shares is large, with the other
 * principal in the corner. Of those who are not seen, the one who speaks is named, and those with whom something is wrong.
 */
export function callRoom(of: TilesOf): RoomStage {
  const every = everyTile(of)
  const principal = principalOf(every, of.speaker)
  const shared = every.find(({ shows, person }) => shows === 'screen' && !person.isYou)
  const you = every.find(({ shows, person }) => shows === 'person' && person.isYou)
  const large = shared ?? principal ?? bigOf(every, of.speaker)
  const small = shared ? (principal ?? you) : you
  const tiles = [
    ...(large ? [calm({ ...large, isBig: true })] : []),
    ...(small && small !== large ? [small] : []),
  ]
  const hidden = every.filter(
    ({ shows, person }) =>
      shows === 'person' && !person.isYou && !tiles.some((tile) => tile.person === person),
  )
  return {
    tiles,
    heard: hidden.find(({ person }) => person.seat === of.speaker && isHeard(person))?.person.name,
    unseen: hidden.flatMap(saidOf).slice(0, UNSEEN),
  }
}

/** Of several principals the one who spoke last, or whose side comes first. */
function principalOf(
  every: readonly CallTile[],
  speaker: SeatId | undefined,
): CallTile | undefined {
  const principals = every.filter(
    ({ shows, person, side }) => shows === 'person' && person.role === 'principal' && !side.isOwn,
  )
  return principals.find(({ person }) => person.seat === speaker) ?? principals[0]
}

/** Whom one looks at is seen to speak; where there is no picture, a word says it. */
function calm(tile: CallTile): CallTile {
  const isSeen = tile.picture?.media !== undefined && !tile.picture.isCovered
  if (!isSeen) return tile
  return { ...tile, isSpeaking: false, mark: tile.mark === 'speaking' ? undefined : tile.mark }
}

function isHeard({ microphone, standing, presence }: CallTile['person']): boolean {
  return microphone === 'open' && standing === 'agreed' && presence === 'here'
}

function saidOf({ person: { seat, name }, mark }: CallTile): readonly Unseen[] {
  return mark && SAID_OF_UNSEEN.has(mark) ? [{ seat, name, mark }] : []
}

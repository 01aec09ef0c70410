import type { Doubt, Flow } from '@parley/call'
import type { SeatId } from '@parley/protocol'
import { hearingOf, type Hearing } from './callRoster.ts'
import type { CallSide, Person, Picture } from './callFacts.ts'
import { doubtShown, type DoubtShown } from './doubtShown.ts'

/** One rectangle of the stage. */
export type CallTile = {
  /** One per picture, so that a picture keeps its element when it moves. */
  key: string
  person: Person
  side: CallSide
  shows: 'person' | 'screen'
  picture: Picture | undefined
  /** What stands where there is no picture. */
  initials: string
  isBig: boolean
  isSpeaking: boolean
  /** The one thing worth saying over the picture. */
  mark: TileMark | undefined
}

export type TileMark =
  | 'held'
  | `${DoubtShown}-${Doubt}`
  | 'coming-back'
  | 'not-heard'
  | Exclude<Flow, 'flowing'>
  | 'does-not-hear-you'
  | 'shares-screen'
  | 'speaking'

/** One large and seven small fill the stage; whoever has no tile is in the list of people. */
const TILES = 8

/** What tiles are made of. */
export type TilesOf = {
  people: readonly Person[]
  sides: readonly CallSide[]
  speaker: SeatId | undefined
  speaking: ReadonlySet<SeatId>
  /** Whether one's own microphone is open: only then somebody can fail to hear it. */
  isOpen: boolean
}

/** The stage: the large one first, then the other sides, then one's own, each with its principal first; oneself last. */
export function callTiles(of: TilesOf): {
  tiles: readonly CallTile[]
  withoutTile: number
  /** Who speaks without being seen. */
  heard: string | undefined
} {
  const bare = everyTile(of)
  const big = bigOf(bare, of.speaker)
  const ordered = big ? [{ ...big, isBig: true }, ...bare.filter((tile) => tile !== big)] : []
  const tiles = keepYou(ordered)
  const heard = ordered.find((tile) => tile.isSpeaking && !tiles.includes(tile))
  return {
    tiles,
    withoutTile: Math.max(0, ordered.length - TILES),
    heard: heard?.person.name,
  }
}

/** A tile for everybody and for every shared screen, none of them large: the other sides, then one's own, oneself last. */
export function everyTile({ people, sides, speaking, isOpen }: TilesOf): readonly CallTile[] {
  return orderOfTiles(people, sides).flatMap(({ person, side }) => [
    ...(person.screen && person.standing === 'agreed' ? [screenOf(person, side)] : []),
    personOf({ person, side, isSpeaking: speaking.has(person.seat), isOpen }),
  ])
}

/** Another's shared screen before a voice, a voice before whoever comes first. */
export function bigOf(
  tiles: readonly CallTile[],
  speaker: SeatId | undefined,
): CallTile | undefined {
  return (
    tiles.find(({ shows, person }) => shows === 'screen' && !person.isYou) ??
    tiles.find(
      ({ shows, person }) => shows === 'person' && person.seat === speaker && !person.isYou,
    ) ??
    tiles[0]
  )
}

/** Oneself is the last tile, also of a full stage: one always sees what one sends. */
function keepYou(tiles: readonly CallTile[]): readonly CallTile[] {
  if (tiles.length <= TILES) return tiles
  const shown = tiles.slice(0, TILES)
  const you = tiles.findLast(({ person }) => person.isYou)
  return you && !shown.includes(you) ? [...shown.slice(0, TILES - 1), you] : shown
}

function orderOfTiles(
  people: readonly Person[],
  sides: readonly CallSide[],
): readonly { person: Person; side: CallSide }[] {
  return people
    .flatMap((person) => {
      const side = sides.find((one) => one.side === person.side)
      return side ? [{ person, side }] : []
    })
    .toSorted((a, b) => rank(a) - rank(b))
}

function rank({ person, side }: { person: Person; side: CallSide }): number {
  const ofSide = person.isYou ? 200 : side.isOwn ? 100 : side.place
  return person.role === 'principal' ? ofSide - 0.5 : ofSide
}

function screenOf(person: Person, side: CallSide): CallTile {
  return {
    key: `${person.seat} screen`,
    person,
    side,
    shows: 'screen',
    picture: person.screen,
    initials: initialsOf(person.name),
    isBig: false,
    isSpeaking: false,
    mark: doubtShown({ picture: person.doubts.screen }) ?? 'shares-screen',
  }
}

function personOf({
  person,
  side,
  isSpeaking,
  isOpen,
}: {
  person: Person
  side: CallSide
  isSpeaking: boolean
  isOpen: boolean
}): CallTile {
  return {
    key: `${person.seat} person`,
    person,
    side,
    shows: 'person',
    picture: person.standing === 'agreed' ? person.camera : undefined,
    initials: initialsOf(person.name),
    isBig: false,
    isSpeaking,
    mark: markOf(hearingOf(person, isOpen), { ...person, isSpeaking }),
  }
}

/** What is wrong with what one sees comes before what one would hear of oneself. */
function markOf(
  hearing: Hearing | undefined,
  { flow, doubts, isSpeaking }: { flow: Flow; doubts: Person['doubts']; isSpeaking: boolean },
): TileMark | undefined {
  if (hearing === 'held') return hearing
  const doubt = doubtShown(doubts)
  if (doubt) return doubt
  if (flow !== 'flowing' && hearing !== 'silent') return flow
  switch (hearing) {
    case undefined:
      return undefined
    case 'silent':
      return 'coming-back'
    case 'not-heard-yet':
      return 'not-heard'
    case 'does-not-hear-you':
      return 'does-not-hear-you'
    case 'hears-you':
    case 'would-hear-you':
      return isSpeaking ? 'speaking' : undefined
  }
}

/** The first letters of the first and the last name, as a reader sees letters. */
export function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const last = words.length > 1 ? words.at(-1) : undefined
  return firstLetter(words[0]) + firstLetter(last)
}

const letters = new Intl.Segmenter()

function firstLetter(word = ''): string {
  for (const { segment } of letters.segment(word)) return segment
  return ''
}

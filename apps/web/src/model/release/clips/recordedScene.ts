import type { SeatId, SideId } from '@parley/protocol'
import type { RecordedTrack } from '@parley/release/recordings'
import type { ListedSeat, Plan } from '@parley/seal'
import type { ClipDraft, SoundChoice } from './clipDraft.ts'

/** Somebody who was recorded, by the agreed lists. `order` is that of the plan's sides, from 1. */
export type RecordedPerson = {
  readonly seat: SeatId
  readonly name: string
  readonly office: string
  readonly side: SideId
  readonly sideName: string
  readonly order: number
  readonly isPrincipal: boolean
  /** Tracks of their camera, and of their microphone for the room. */
  readonly pictures: readonly number[]
  readonly voices: readonly number[]
}

/** A choice of sound, and the tracks that it is made of. */
export type RecordedSound = {
  readonly choice: SoundChoice
  /** The language of an interpretation, and the side of its booth. */
  readonly into: string | undefined
  readonly sideName: string | undefined
  readonly tracks: readonly number[]
}

/** Under an interpretation one hears that somebody speaks, and not what. Larger: both are understood badly. */
const FLOOR_UNDER = 0.25

/** Everybody who can be in a picture or is heard, in the plan's order, principals first. */
export function recordedPeople(
  tracks: readonly RecordedTrack[],
  { seats, plan }: { seats: ReadonlyMap<SeatId, ListedSeat>; plan: Plan },
): readonly RecordedPerson[] {
  const recorded = new Set(tracks.map(({ seat }) => seat))
  const people = [...recorded].flatMap((seat) => {
    const listed = seats.get(seat)
    const order = plan.sides.findIndex(({ side }) => side === listed?.side)
    const side = plan.sides[order]
    if (!listed || !side) return []
    const of = (from: RecordedTrack['of']) =>
      tracks.filter((one) => one.seat === seat && one.of === from && one.into === undefined)
    return [
      {
        seat,
        name: listed.name,
        office: listed.office,
        side: side.side,
        sideName: side.name,
        order: order + 1,
        isPrincipal: listed.role === 'principal',
        pictures: of('camera').map(({ track }) => track),
        voices: of('microphone').map(({ track }) => track),
      },
    ]
  })
  return people.toSorted(
    (a, b) => Number(b.isPrincipal) - Number(a.isPrincipal) || a.order - b.order,
  )
}

/** The floor, and each interpretation that was recorded. */
export function recordedSounds(
  tracks: readonly RecordedTrack[],
  people: readonly RecordedPerson[],
): readonly RecordedSound[] {
  const floor = people.flatMap(({ voices }) => voices)
  const booths = Map.groupBy(
    tracks.filter(({ kind, into }) => kind === 'sound' && into !== undefined),
    ({ seat, into }) => `into ${into} ${people.find((one) => one.seat === seat)?.side}` as const,
  )
  return [
    { choice: 'floor', into: undefined, sideName: undefined, tracks: floor },
    ...[...booths].map(([choice, of]) => ({
      choice,
      into: of[0]?.into,
      sideName: people.find(({ seat }) => seat === of[0]?.seat)?.sideName,
      tracks: of.map(({ track }) => track),
    })),
  ]
}

/** Which tracks are mixed, and how loud: the floor is under an interpretation where both are chosen. */
export function voicesOf(
  { sounds }: Pick<ClipDraft, 'sounds'>,
  recorded: readonly RecordedSound[],
): { track: number; gain: number }[] {
  const chosen = recorded.filter(({ choice }) => sounds.includes(choice))
  const isInterpreted = chosen.some(({ choice }) => choice !== 'floor')
  return chosen.flatMap(({ choice, tracks }) =>
    tracks.map((track) => ({ track, gain: choice === 'floor' && isInterpreted ? FLOOR_UNDER : 1 })),
  )
}

/** Who is in the picture first: the principals who were recorded, two at most; else whoever has a picture. */
export function firstPeople(people: readonly RecordedPerson[]): SeatId[] {
  const seen = people.filter(({ pictures }) => pictures.length > 0)
  const principals = seen.filter(({ isPrincipal }) => isPrincipal)
  const [first, second] = principals.length > 0 ? principals : seen.slice(0, 1)
  return [first, second].flatMap((one) => (one ? [one.seat] : []))
}

import type { SeatId, SideId } from '@parley/protocol'
import type {
  HeldPart,
  Moment,
  PersonInRecord,
  RecordStory,
  ShownWarning,
  Signer,
  Stay,
} from '@parley/release'

/** Who did something: somebody by name, or a desk. */
export type Teller =
  | { readonly is: 'person'; readonly name: string; readonly side: SideId }
  | { readonly is: 'desk'; readonly side: SideId }

/** One thing that happened, at its time, as it is told. */
export type Telling = { readonly at: number } & (
  | { readonly is: 'came' | 'came-again'; readonly who: Teller }
  | { readonly is: 'gone'; readonly who: Teller; readonly end: Exclude<Stay['end'], 'not-said'> }
  | { readonly is: 'part'; readonly part: HeldPart }
  | { readonly is: 'part-closed'; readonly part: HeldPart }
  | { readonly is: 'moment'; readonly who: Teller; readonly event: Moment['event'] }
  | {
      readonly is: 'warning'
      readonly code: string
      readonly about: string | undefined
      readonly shownTo: readonly string[]
    }
)

/** All of it in the order of time. */
export function tellingsOf(story: RecordStory): readonly Telling[] {
  const people = new Map(story.people.map((person) => [person.seat, person]))
  return [
    ...story.people.flatMap((person) => comingsOf(person)),
    ...story.parts.flatMap(partsOf),
    ...story.moments.map(({ by, event }): Telling => {
      return { at: event.at, is: 'moment', who: tellerOf(by, people), event }
    }),
    ...story.warnings.map((warning) => warningOf(warning, people)),
  ].toSorted((a, b) => a.at - b.at)
}

function comingsOf({ name, side, stays }: PersonInRecord): Telling[] {
  const who: Teller = { is: 'person', name, side }
  return stays.flatMap(({ from, to, end }, place): Telling[] => {
    const isAgain = place > 0
    const came: Telling = { at: from, is: isAgain ? 'came-again' : 'came', who }
    // Whoever loads the page anew is gone for a moment only.
    if (to === undefined || end === 'not-said' || end === 'replaced') return [came]
    return [came, { at: to, is: 'gone', who, end }]
  })
}

function partsOf(part: HeldPart): Telling[] {
  const { open, to } = part
  const began: Telling = { at: part.from, is: 'part', part }
  const isClosedWithin = open?.to !== undefined && open.to !== to
  return isClosedWithin ? [began, { at: open.to ?? 0, is: 'part-closed', part }] : [began]
}

function warningOf(
  { code, about, from, shownTo }: ShownWarning,
  people: ReadonlyMap<SeatId, PersonInRecord>,
): Telling {
  const nameOf = (seat: SeatId) => people.get(seat)?.name ?? ''
  return {
    at: from,
    is: 'warning',
    code,
    about: about && nameOf(about),
    shownTo: shownTo.map(nameOf),
  }
}

function tellerOf(signer: Signer, people: ReadonlyMap<SeatId, PersonInRecord>): Teller {
  const { side } = signer
  if (signer.is === 'desk') return { is: 'desk', side }
  return { is: 'person', name: people.get(signer.seat)?.name ?? '', side }
}

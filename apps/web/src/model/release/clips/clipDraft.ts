import type { SeatId } from '@parley/protocol'
import {
  firstCut,
  LONGEST_MS,
  moveEdge,
  placeCut,
  writeEdge,
  type Caption,
  type Cut,
  type Edge,
  type Stretch,
} from '@parley/release'

/** What of the sound is released: what was said in the room, or an interpretation of one side's booth. */
export type SoundChoice = 'floor' | `into ${string}`

/** A clip as its desk is still making it. */
export type ClipDraft = {
  /** Its number: a new one, or that of the clip of which this is another cut. */
  readonly n: number
  readonly cut: Cut
  /** In the picture, one or two. */
  readonly people: readonly SeatId[]
  readonly sounds: readonly SoundChoice[]
  readonly title: string
  readonly caption: string
  readonly language: string
  /** When the still picture is taken, in milliseconds UTC. */
  readonly posterAt: number
  readonly captions: readonly Caption[]
}

/** What changes a draft, and nothing beside it. */
export type DraftEvent =
  | { type: 'edge-moved'; edge: Edge; to: number }
  | { type: 'edge-written'; edge: Edge; to: number }
  | { type: 'cut-placed'; at: number }
  | { type: 'people-chosen'; people: readonly SeatId[] }
  | { type: 'sound-chosen'; sound: SoundChoice; isIn: boolean }
  | { type: 'words-written'; field: 'title' | 'caption' | 'language'; text: string }
  | { type: 'poster-chosen'; at: number }
  | { type: 'caption-written'; place: number; caption: Caption }
  | { type: 'caption-added'; at: number }
  | { type: 'caption-removed'; place: number }

/** Larger: a caption that was just added covers the next. Smaller: it is not read. */
const CAPTION_MS = 4000
/** Captions of a clip: more are no captions any more. */
const CAPTIONS = 200

/** A new draft of the first minute that may be released, of those people; nothing where nothing may. */
export function newDraft(
  stretches: readonly Stretch[],
  { n, people, language }: Pick<ClipDraft, 'n' | 'people' | 'language'>,
): ClipDraft | undefined {
  const cut = firstCut(stretches)
  return (
    cut && {
      n,
      cut,
      people,
      language,
      sounds: ['floor'],
      title: '',
      caption: '',
      posterAt: cut.from,
      captions: [],
    }
  )
}

/** The draft after that. What is not allowed changes nothing. */
export function stepDraft(
  draft: ClipDraft,
  event: DraftEvent,
  stretches: readonly Stretch[],
): ClipDraft {
  switch (event.type) {
    case 'edge-moved':
      return withCut(draft, moveEdge(draft.cut, event, stretches))
    case 'edge-written':
      return withCut(draft, writeEdge(draft.cut, event, stretches))
    case 'cut-placed':
      return withCut(draft, placeCut(draft.cut, event.at, stretches))
    case 'people-chosen':
      return [1, 2].includes(event.people.length) ? { ...draft, people: event.people } : draft
    case 'sound-chosen': {
      const others = draft.sounds.filter((sound) => sound !== event.sound)
      return { ...draft, sounds: event.isIn ? [...others, event.sound] : others }
    }
    case 'words-written':
      return { ...draft, [event.field]: event.text }
    case 'poster-chosen':
      return { ...draft, posterAt: within(draft.cut, event.at) }
    case 'caption-added': {
      if (draft.captions.length >= CAPTIONS) return draft
      const from = within(draft.cut, event.at) - draft.cut.from
      return { ...draft, captions: [...draft.captions, { from, to: from + CAPTION_MS, text: '' }] }
    }
    case 'caption-written':
      return {
        ...draft,
        captions: draft.captions.map((one, place) => (place === event.place ? event.caption : one)),
      }
    case 'caption-removed':
      return { ...draft, captions: draft.captions.filter((_, place) => place !== event.place) }
  }
}

/** What a draft lacks before it can be made. */
export type DraftLack = 'no-title' | 'no-sound' | 'no-people' | 'too-long'

export function lackOfDraft({ title, sounds, people, cut }: ClipDraft): DraftLack | undefined {
  if (title.trim() === '') return 'no-title'
  if (people.length === 0) return 'no-people'
  if (sounds.length === 0) return 'no-sound'
  return cut.to - cut.from > LONGEST_MS ? 'too-long' : undefined
}

/** Captions stay with what is said, and the still picture with the clip. */
function withCut(draft: ClipDraft, cut: Cut): ClipDraft {
  if (cut === draft.cut) return draft
  const by = draft.cut.from - cut.from
  const captions = draft.captions.map(({ from, to, text }) => ({
    from: from + by,
    to: to + by,
    text,
  }))
  return { ...draft, cut, captions, posterAt: within(cut, draft.posterAt) }
}

function within({ from, to }: Cut, at: number): number {
  return Math.max(from, Math.min(at, to - 1))
}

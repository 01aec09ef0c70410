import type { Hash } from '@parley/protocol'
import type { DraftText } from './draft.ts'
import { mergeDrafts } from './mergeDrafts.ts'

/** Typing rests this long before it is saved at the server. Longer: another console sees it later. Shorter: each pause is a document. */
export const SAVE_AFTER_MS = 2500
/** Saved at least this often while somebody types on. Longer: more is on one machine alone. Shorter: more documents. */
export const SAVE_AT_LEAST_EVERY_MS = 10_000
/** After a save that did not come through. Longer: it is there later. Shorter: a server in trouble has more. */
export const AGAIN_AFTER_MS = 5000

/** A draft as it was saved at the server. */
export type SavedDraft = {
  readonly version: number
  readonly hash: Hash
  readonly text: DraftText
  /** The console that saved it. */
  readonly console: string
}

/** A draft as one console has it. */
export type Drafting = {
  /** This console, by the name that is kept with what it keeps. */
  readonly console: string
  readonly text: DraftText
  /** What the text came from; nothing where nobody saved one. */
  readonly base: SavedDraft | undefined
  /** The text that is on its way to the server. */
  readonly saving: DraftText | undefined
  /** Since when something is not saved. */
  readonly unsavedSinceMs: number | undefined
  /** What the last save met. */
  readonly trouble: 'away' | 'refused' | undefined
}

export type DraftingEvent =
  /** Somebody typed. */
  | { readonly type: 'written'; readonly text: DraftText; readonly atMs: number }
  /** A console of this side saved a draft, which may be this one. */
  | { readonly type: 'arrived'; readonly saved: SavedDraft; readonly atMs: number }
  | { readonly type: 'save-due'; readonly atMs: number }
  /** Another console was first with that version; what it saved arrives by itself. */
  | { readonly type: 'save-overtaken' }
  | { readonly type: 'save-failed'; readonly because: 'away' | 'refused'; readonly atMs: number }

export type DraftingEffect =
  /** Writes it where a crash does not reach it. */
  | { readonly do: 'keep'; readonly text: DraftText; readonly base: SavedDraft | undefined }
  | { readonly do: 'save'; readonly text: DraftText; readonly on: SavedDraft | undefined }
  /** Asks for `save-due`, in place of what was asked before. */
  | { readonly do: 'wait'; readonly forMs: number }
  /** Puts what another console wrote into the text on the screen. */
  | { readonly do: 'show'; readonly text: DraftText }

type Stepped = [Drafting, readonly DraftingEffect[]]

/** The draft of a console after that, and what is to be done. `newId` names a clash. */
export function stepDrafting(
  drafting: Drafting,
  event: DraftingEvent,
  newId: () => string,
): Stepped {
  switch (event.type) {
    case 'written':
      return written(drafting, event)
    case 'arrived':
      return arrived(drafting, event, newId)
    case 'save-due':
      return saveDue(drafting)
    case 'save-overtaken':
      return [{ ...drafting, saving: undefined }, [{ do: 'wait', forMs: SAVE_AFTER_MS }]]
    case 'save-failed': {
      const { because } = event
      const next = { ...drafting, saving: undefined, trouble: because }
      return [next, [{ do: 'wait', forMs: AGAIN_AFTER_MS }]]
    }
  }
}

/** Whether all that was written is at the server. */
export function isSaved({ text, base }: Pick<Drafting, 'text' | 'base'>): boolean {
  return base !== undefined && isSame(text, base.text)
}

function written(
  drafting: Drafting,
  { text, atMs }: Extract<DraftingEvent, { type: 'written' }>,
): Stepped {
  if (isSame(text, drafting.text)) return [drafting, []]
  const since = drafting.unsavedSinceMs ?? atMs
  const leftMs = since + SAVE_AT_LEAST_EVERY_MS - atMs
  const forMs = Math.max(0, Math.min(SAVE_AFTER_MS, leftMs))
  const next = { ...drafting, text, unsavedSinceMs: since }
  return [
    next,
    [
      { do: 'keep', text, base: drafting.base },
      { do: 'wait', forMs },
    ],
  ]
}

function saveDue(drafting: Drafting): Stepped {
  const { text, base, saving } = drafting
  if (saving) return [drafting, [{ do: 'wait', forMs: SAVE_AFTER_MS }]]
  if (drafting.unsavedSinceMs === undefined) return [drafting, []]
  if (isSaved(drafting)) return [{ ...drafting, unsavedSinceMs: undefined, trouble: undefined }, []]
  return [{ ...drafting, saving: text }, [{ do: 'save', text, on: base }]]
}

/** One's own save that came back, or what another console saved: that is put into what was written here meanwhile. */
function arrived(
  drafting: Drafting,
  { saved, atMs }: Extract<DraftingEvent, { type: 'arrived' }>,
  newId: () => string,
): Stepped {
  const { base, text } = drafting
  if (base && saved.version <= base.version) return [drafting, []]
  const from = base?.text ?? saved.text
  const isOwn = saved.console === drafting.console
  const merged = isOwn
    ? text
    : mergeDrafts({ base: base ? from : emptied(from), first: saved.text, second: text }, newId)
  const settled = isSame(merged, saved.text)
  const next: Drafting = {
    console: drafting.console,
    text: merged,
    base: saved,
    saving: undefined,
    unsavedSinceMs: settled ? undefined : (drafting.unsavedSinceMs ?? atMs),
    trouble: undefined,
  }
  return [
    next,
    [
      { do: 'keep', text: merged, base: saved },
      ...(isSame(merged, text) ? [] : [{ do: 'show', text: merged } as const]),
      ...(settled ? [] : [{ do: 'wait', forMs: SAVE_AFTER_MS } as const]),
    ],
  ]
}

/** What two texts came from that were begun apart: nothing. */
function emptied({ wording, ...text }: DraftText): DraftText {
  return {
    ...text,
    wording: { ...wording, title: '', byline: '', body: [], translations: [] },
    offered: null,
    resolved: [],
    clashes: [],
    sent: [],
    shared: [],
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b)
}

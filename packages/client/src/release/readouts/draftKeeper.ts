import { Refusal } from '@parley/protocol'
import {
  draftKind,
  isSaved,
  ReadoutDraft,
  stepDrafting,
  type Drafting,
  type DraftingEffect,
  type DraftingEvent,
  type DraftText,
  type SavedDraft,
} from '@parley/release'
import { signJws } from '@parley/seal'
import * as v from 'valibot'
import { ConnectionLost } from '../../connection.ts'
import type { DeskHands } from '../../desk/deskHands.ts'
import { deskName, type KeptDraft, type Shelf } from '../../enrolment/keyStore.ts'
import { Reconciler } from '../../tools/reconciler.ts'
import { newShortId, openKept, sealKept, type KeptText } from './keptDraft.ts'
import type { SideDocuments } from './sideDocuments.ts'

/** Saves in a row that others may overtake. More: two consoles that save all the time hold each other up. Fewer: it is left to the timer. */
const AT_ONCE = 5

/** What a draft is kept with. */
export type DraftKeeperParts = {
  readonly hands: DeskHands
  readonly side: SideDocuments
  readonly shelf: Shelf<KeptDraft>
  /** The key that the side's own documents are sealed under. */
  readonly key: CryptoKey
  /** What a side begins with that wrote nothing yet. */
  readonly empty: DraftText
}

/** The draft of a console: in its profile with each stroke, at the server at calm intervals, and joined with what another console of the side saves. */
export class DraftKeeper implements AsyncDisposable {
  readonly #parts: DraftKeeperParts
  readonly #hearers = new Set<(drafting: Drafting) => void>()
  readonly #keep: Reconciler<KeptText>
  readonly #stack = new AsyncDisposableStack()
  #drafting: Drafting
  #timer: Disposable | undefined
  #saving: Promise<void> = Promise.resolve()
  #shown = 0

  private constructor(parts: DraftKeeperParts, kept: KeptText) {
    this.#parts = parts
    const { shelf, key, hands } = parts
    const isBehind = kept.text !== parts.empty && !isSaved(kept)
    const unsavedSinceMs = isBehind ? hands.clock.nowMs() : undefined
    this.#drafting = { ...kept, saving: undefined, unsavedSinceMs, trouble: undefined }
    this.#keep = new Reconciler(async (text) => {
      await shelf.write(deskName(hands.book.record), await sealKept(text, key))
    })
  }

  /** Goes on from what this profile kept, and from what the side saved since. */
  static async open(parts: DraftKeeperParts): Promise<DraftKeeper> {
    const { hands, side, shelf, key, empty } = parts
    const before = await shelf.read(deskName(hands.book.record))
    const kept = before && (await openKept(before, key))
    const { draft } = side.state
    const begun: KeptText = { console: newShortId(), text: draft?.text ?? empty, base: draft }
    const keeper = new DraftKeeper(parts, kept ?? begun)
    keeper.#stack.use(side.listen(({ draft: saved }) => saved && keeper.#arrived(saved)))
    keeper.#stack.use(
      hands.connection.onLine((line) => {
        if (line.is === 'there') keeper.#take({ type: 'save-due', atMs: hands.clock.nowMs() })
      }),
    )
    return keeper
  }

  get drafting(): Drafting {
    return this.#drafting
  }

  /** Counts what others put into the text: a screen that shows an older count takes the text anew. */
  get shown(): number {
    return this.#shown
  }

  /** Hears every change, and now. */
  listen(hear: (drafting: Drafting) => void): Disposable {
    this.#hearers.add(hear)
    hear(this.#drafting)
    return { [Symbol.dispose]: () => void this.#hearers.delete(hear) }
  }

  write(text: DraftText): void {
    this.#take({ type: 'written', text, atMs: this.#parts.hands.clock.nowMs() })
  }

  /** Writes a text that a screen has to take anew. */
  replace(text: DraftText): void {
    this.#shown++
    this.write(text)
  }

  /** Saves at once what is not saved, joined with what others saved first, and settles once that came to an end, whichever. */
  async save(): Promise<void> {
    await this.#saving
    for (let most = AT_ONCE; this.#drafting.unsavedSinceMs !== undefined && most > 0; most--) {
      this.#take({ type: 'save-due', atMs: this.#parts.hands.clock.nowMs() })
      // oxlint-disable-next-line no-await-in-loop -- the next begins with what this one met
      await this.#saving
      if (this.#drafting.trouble) return
    }
  }

  /** Everything written is kept in the profile by then. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#timer?.[Symbol.dispose]()
    this.#hearers.clear()
    await this.#stack.disposeAsync()
    await this.#saving
    this.#timer?.[Symbol.dispose]()
    await this.#keep.settled()
  }

  #arrived(saved: SavedDraft): void {
    this.#take({ type: 'arrived', saved, atMs: this.#parts.hands.clock.nowMs() })
  }

  #take(event: DraftingEvent): void {
    const [drafting, effects] = stepDrafting(this.#drafting, event, newShortId)
    if (drafting === this.#drafting && effects.length === 0) return
    this.#drafting = drafting
    for (const effect of effects) this.#do(effect)
    for (const hear of this.#hearers) hear(drafting)
  }

  #do(effect: DraftingEffect): void {
    const { hands } = this.#parts
    switch (effect.do) {
      case 'keep':
        void this.#keep.want({ ...effect, console: this.#drafting.console })
        return
      case 'show':
        this.#shown++
        return
      case 'wait':
        this.#timer?.[Symbol.dispose]()
        this.#timer = hands.clock.after(effect.forMs, () =>
          this.#take({ type: 'save-due', atMs: hands.clock.nowMs() }),
        )
        return
      case 'save':
        this.#saving = this.#save(effect)
    }
  }

  async #save({ text, on }: Extract<DraftingEffect, { do: 'save' }>): Promise<void> {
    const { hands, side } = this.#parts
    const { clock, connection } = hands
    try {
      const draft = this.#documentOf(text, on)
      const jws = await signJws(hands.book.record.seal.signingKey, 'parley-document', draft)
      const { kind, version } = draft
      await connection.request({
        type: 'store-document',
        kind,
        version,
        sealed: await side.seal(jws),
      })
      await side.take({ kind, version, jws })
    } catch (error) {
      if (!(error instanceof ConnectionLost || error instanceof Refusal)) throw error
      if (error instanceof Refusal && error.code === 'document-exists') {
        this.#take({ type: 'save-overtaken' })
        await side.reload().catch(unlessLost)
        return
      }
      const because = error instanceof ConnectionLost ? 'away' : 'refused'
      this.#take({ type: 'save-failed', because, atMs: clock.nowMs() })
    }
  }

  /** Refuses with `too-large` what is more than a draft may be. */
  #documentOf(text: DraftText, on: SavedDraft | undefined): ReadoutDraft {
    const { hands } = this.#parts
    const { call, side } = hands.book.record
    const draft = v.safeParse(ReadoutDraft, {
      call,
      kind: draftKind(side),
      version: (on?.version ?? 0) + 1,
      previous: on?.hash ?? null,
      at: hands.clock.nowMs(),
      side,
      console: this.#drafting.console,
      text,
    })
    if (!draft.success) throw new Refusal('too-large', { cause: draft.issues })
    return draft.output
  }
}

function unlessLost(error: unknown): void {
  if (!(error instanceof ConnectionLost)) throw error
}

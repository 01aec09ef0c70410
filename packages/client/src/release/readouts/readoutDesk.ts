import { derivingKey, readoutsKeyOf, Secret, type Agreed } from '@parley/seal'
import {
  emptyWording,
  keptVersionKind,
  RECORD_KIND,
  ReadoutVersion,
  type DraftText,
  type Drafting,
  type ReleaseSignature,
  type Wording,
} from '@parley/release'
import { LAST_VERSION, Refusal, type Hash } from '@parley/protocol'
import { signJws } from '@parley/seal'
import * as v from 'valibot'
import type { DeskHands } from '../../desk/deskHands.ts'
import type { KeyStore } from '../../enrolment/keyStore.ts'
import { agreedReleases, type ReleaseState } from '../releaseState.ts'
import type { Releases } from '../releases.ts'
import { DraftKeeper } from './draftKeeper.ts'
import { SideDocuments } from './sideDocuments.ts'
import type { SideState } from './sideState.ts'

/** All that the desk of a side has of its readout. */
export type ReadoutDeskState = {
  readonly drafting: Drafting
  /** Counts what others put into the text. */
  readonly shown: number
  readonly side: SideState
  readonly releases: ReleaseState
}

/** What it works with. */
export type ReadoutDeskParts = {
  readonly hands: DeskHands
  readonly releases: Releases
  readonly store: Pick<KeyStore, 'drafts'>
  /** In which language a side begins that wrote nothing yet. */
  readonly language: string
}

/** The readout of a side at its desk. */
export class ReadoutDesk implements AsyncDisposable {
  readonly #parts: ReadoutDeskParts
  readonly #side: SideDocuments
  readonly #keeper: DraftKeeper
  readonly #key: CryptoKey
  readonly #hearers = new Set<(state: ReadoutDeskState) => void>()
  readonly #stack: AsyncDisposableStack

  private constructor(
    parts: ReadoutDeskParts,
    own: { side: SideDocuments; keeper: DraftKeeper; key: CryptoKey; stack: AsyncDisposableStack },
  ) {
    this.#parts = parts
    this.#side = own.side
    this.#keeper = own.keeper
    this.#key = own.key
    this.#stack = own.stack
    const tell = () => this.#tell()
    this.#stack.use(own.side.listen(tell))
    this.#stack.use(own.keeper.listen(tell))
    this.#stack.use(parts.releases.listen(tell))
  }

  /** Resolves once the draft is here. */
  static async open(parts: ReadoutDeskParts): Promise<ReadoutDesk> {
    const { hands, store, language } = parts
    const { call, side: id, seal, sideSecret } = hands.book.record
    await using stack = new AsyncDisposableStack()
    const key = await readoutsKeyOf(await derivingKey(new Secret(new Uint8Array(sideSecret))))
    const trust = { call, side: id, seal: seal.publicKey, key }
    const side = stack.use(await SideDocuments.open(hands.documents, trust))
    const keeper = stack.use(
      await DraftKeeper.open({ hands, side, shelf: store.drafts, key, empty: noDraft(language) }),
    )
    return new ReadoutDesk(parts, { side, keeper, key, stack: stack.move() })
  }

  get state(): ReadoutDeskState {
    const { drafting, shown } = this.#keeper
    return { drafting, shown, side: this.#side.state, releases: this.#parts.releases.state }
  }

  get hands(): DeskHands {
    return this.#parts.hands
  }

  get releases(): Releases {
    return this.#parts.releases
  }

  get side(): SideDocuments {
    return this.#side
  }

  /** As its documents are sealed. */
  get key(): CryptoKey {
    return this.#key
  }

  /** The record that every side signed last, if there is one. */
  get record(): Hash | null {
    const { state } = this.#parts.releases
    return newestOf(agreedReleases(state, 'record', RECORD_KIND))
  }

  /** Hears every change, and now. */
  listen(hear: (state: ReadoutDeskState) => void): Disposable {
    this.#hearers.add(hear)
    hear(this.state)
    return { [Symbol.dispose]: () => void this.#hearers.delete(hear) }
  }

  /** Puts another text in the place of the draft, and keeps it at once. */
  write(text: DraftText): void {
    this.#keeper.write(text)
  }

  /** The same, for a text that no screen has yet: each takes it anew. */
  show(text: DraftText): void {
    this.#keeper.replace(text)
  }

  /** Changes the draft from what it is now. */
  change(change: (text: DraftText) => DraftText): void {
    this.#keeper.write(change(this.#keeper.drafting.text))
  }

  /** Settles once the draft is at the server, or that failed. */
  save(): Promise<void> {
    return this.#keeper.save()
  }

  /** Keeps the wording as a version, under the next number. Rejects with `ConnectionLost` or a `Refusal`. */
  async keepVersion(note: string): Promise<void> {
    const { hands } = this.#parts
    const { call, side, seal } = hands.book.record
    await this.#side.reload()
    const last = this.#side.state.versions.at(-1)
    const kept = v.safeParse(ReadoutVersion, {
      call,
      kind: keptVersionKind(side),
      version: Math.min((last?.version ?? 0) + 1, LAST_VERSION),
      previous: last?.hash ?? null,
      at: hands.clock.nowMs(),
      side,
      note: note.trim(),
      wording: this.#keeper.drafting.text.wording satisfies Wording,
    })
    if (!kept.success) throw new Refusal('too-large', { cause: kept.issues })
    const { kind, version } = kept.output
    const jws = await signJws(seal.signingKey, 'parley-document', kept.output)
    const sealed = await this.#side.seal(jws)
    await hands.connection.request({ type: 'store-document', kind, version, sealed })
    await this.#side.take({ kind, version, jws })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#hearers.clear()
    await this.#stack.disposeAsync()
  }

  #tell(): void {
    const { state } = this
    for (const hear of this.#hearers) hear(state)
  }
}

/** What a side begins with. */
export function noDraft(language: string): DraftText {
  return {
    wording: emptyWording(language),
    needsApproval: false,
    offered: null,
    resolved: [],
    clashes: [],
    sent: [],
    shared: [],
  }
}

/** The signed readouts of a side, as readouts. */
export function readoutsOf(side: SideState): Extract<ReleaseSignature, { is: 'readout' }>[] {
  return side.readouts.filter((one) => one.is === 'readout')
}

function newestOf(agreed: readonly Agreed<object>[]): Hash | null {
  return agreed.at(-1)?.hash ?? null
}

import type { Clock } from '@parley/call'
import type { DocumentKind, LeafIndex } from '@parley/protocol'
import type { DocumentStore } from '../documents/documentStore.ts'
import type { RoomEvent, RoomSession, Word } from './roomSession.ts'

type Shared = (Word & { word: 'documents' })['documents'][number]
type Signed = Shared['signatures'][number]
type Known = Pick<DocumentStore, 'documents' | 'signaturesOf' | 'take'>

/** How soon one sends the same again. Larger: whom a word did not reach waits. Smaller: one who says that it lacks all floods the room. */
const AGAIN_AFTER_MS = 30_000
/** What one of a higher leaf waits longer. Larger: documents come late in a large room. Smaller: several send the same. */
const RANK_MS = 100
/** Characters of signatures in one word. Larger: it does not fit a message. Smaller: more messages for one delegation. */
const WORD_CHARACTERS = 200_000

/**
 * Whoever has the newer document sends it, signatures and all, and a document is taken from anyone:
 * the server cannot hold one back without silencing its bearers. One after the other they send what
 * none before them sent, so that each comes to it as long as somebody lacks something.
 */
export function shareDocuments(
  { room, clock }: { room: RoomSession; clock: Clock },
  documents: Known,
): Disposable {
  const sharing = new Sharing({ room, clock }, documents)
  const listening = room.listen((event) => sharing.hear(event))
  return {
    [Symbol.dispose]() {
      listening[Symbol.dispose]()
      sharing[Symbol.dispose]()
    },
  }
}

class Sharing implements Disposable {
  readonly #room: RoomSession
  readonly #clock: Clock
  readonly #documents: Known
  /** What is about to be sent, by kind and version. */
  readonly #due = new Map<string, { shared: Shared; timer: Disposable }>()
  readonly #sentAtMs = new Map<string, number>()
  #own: LeafIndex | undefined
  #leaves: readonly LeafIndex[] = []

  constructor({ room, clock }: { room: RoomSession; clock: Clock }, documents: Known) {
    this.#room = room
    this.#clock = clock
    this.#documents = documents
  }

  hear(event: RoomEvent): void {
    if (event.type === 'entered') this.#own = event.leaf
    if (event.type === 'epoch') this.#leaves = event.members.map(({ leaf }) => leaf)
    if (event.type !== 'word') return
    const { from, word, lacks } = event.heard
    if (word.word === 'documents') {
      for (const shared of word.documents) this.#wasSent(shared)
      void this.#takeAll(word.documents)
    }
    for (const kind of lacks) this.#send(kind, from)
  }

  [Symbol.dispose](): void {
    for (const { timer } of this.#due.values()) timer[Symbol.dispose]()
    this.#due.clear()
  }

  #send(kind: DocumentKind, lacking: LeafIndex): void {
    const shared = newest(this.#documents, kind)
    if (!shared) return
    const name = nameOf(shared)
    const sinceMs = this.#clock.nowMs() - (this.#sentAtMs.get(name) ?? -Infinity)
    if (this.#due.has(name) || sinceMs < AGAIN_AFTER_MS) return
    const before = this.#leaves.filter((leaf) => leaf !== lacking && leaf < (this.#own ?? 0))
    const timer = this.#clock.after(RANK_MS * before.length, () => this.#sendDue(name))
    this.#due.set(name, { shared, timer })
  }

  #sendDue(name: string): void {
    const due = this.#due.get(name)
    this.#due.delete(name)
    if (!due || due.shared.signatures.length === 0) return
    const { kind, version, signatures } = due.shared
    this.#forgetOlder(kind)
    this.#sentAtMs.set(name, this.#clock.nowMs())
    for (const some of inWords(signatures)) {
      const documents = [{ kind, version, signatures: some }]
      this.#room.say({ word: 'documents', documents }).catch(() => undefined)
    }
  }

  /** The very same signatures need not be sent twice at a time. */
  #wasSent({ kind, version, signatures }: Shared): void {
    const due = this.#due.get(nameOf({ kind, version }))
    if (!due) return
    const sent = new Set<string>(signatures.map(({ jws }) => jws))
    const left = due.shared.signatures.filter(({ jws }) => !sent.has(jws))
    due.shared = { ...due.shared, signatures: left }
  }

  #forgetOlder(kind: DocumentKind): void {
    for (const name of this.#sentAtMs.keys())
      if (name.startsWith(`${kind} `)) this.#sentAtMs.delete(name)
  }

  async #takeAll(shared: readonly Shared[]): Promise<void> {
    for (const { kind, version, signatures } of shared)
      for (const { side, jws } of signatures)
        // oxlint-disable-next-line no-await-in-loop -- in the order that they came
        await this.#documents.take({ kind, version, side, jws })
  }
}

/** The agreed version of a kind with each of its signatures, or the newest of what one side signs alone. */
function newest(documents: Known, kind: DocumentKind): Shared | undefined {
  const [version] = documents.documents.heads[kind] ?? []
  if (version === undefined) return undefined
  const signatures = documents
    .signaturesOf(kind, version)
    .filter((signature) => signature.version === version)
    .map(({ side, jws }) => ({ side, jws }))
  return signatures.length > 0 ? { kind, version, signatures } : undefined
}

function nameOf({ kind, version }: Pick<Shared, 'kind' | 'version'>): string {
  return `${kind} ${version}`
}

/** As many of them as go into one word, then as many as go into the next. */
function inWords(signatures: readonly Signed[]): Signed[][] {
  const words: Signed[][] = []
  let characters = Infinity
  for (const signed of signatures) {
    characters += signed.jws.length
    if (characters > WORD_CHARACTERS) {
      words.push([])
      characters = signed.jws.length
    }
    words.at(-1)?.push(signed)
  }
  return words
}

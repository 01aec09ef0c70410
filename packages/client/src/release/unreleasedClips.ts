import { Refusal, type Hash } from '@parley/protocol'
import { clipKind, sealedFileName } from '@parley/release'
import { keepUntilOf } from '@parley/release/recordings'
import type { EntryEvent } from '@parley/seal'
import type { Desk } from '../desk/desk.ts'
import { publishedClips } from './publishing.ts'
import { releaseSignatures, type ReleaseState } from './releaseState.ts'
import type { Releases } from './releases.ts'

/** Larger: what is to go lies for longer after its time. Smaller: a console that is open for days wakes for nothing. */
const LOOK_EVERY_MS = 60 * 60 * 1000

type Parts = {
  desk: Pick<Desk, 'connection' | 'documents' | 'hands' | 'state'>
  releases: Releases
  /** Says for the record what was destroyed. */
  note: (event: EntryEvent) => void
}

/** What this side sent of a cut. */
type Sent = { readonly n: number; readonly clip: Hash; readonly names: readonly Hash[] }

/**
 * Has the server destroy, from the time on that the plan says, what this side sent of clips that nobody published,
 * and says so for the record. It looks once the console is open, and while it is.
 */
export class UnreleasedClips implements Disposable {
  readonly #parts: Parts
  #next: Disposable | undefined
  #isOver = false

  constructor(parts: Parts) {
    this.#parts = parts
    void this.#look()
  }

  [Symbol.dispose](): void {
    this.#isOver = true
    this.#next?.[Symbol.dispose]()
  }

  async #look(): Promise<void> {
    // A line that is lost now is asked again with the next look.
    if (this.#isDue()) await this.#destroy().catch(() => undefined)
    if (this.#isOver) return
    const { clock } = this.#parts.desk.hands
    this.#next = clock.after(LOOK_EVERY_MS, () => void this.#look())
  }

  #isDue(): boolean {
    const { documents, hands } = this.#parts.desk
    const plan = documents.documents.plan?.payload
    const until = plan && keepUntilOf(plan)
    return until !== undefined && hands.clock.nowMs() >= until
  }

  async #destroy(): Promise<void> {
    const { desk, releases, note } = this.#parts
    const { connection, hands, state } = desk
    const published = await publishedClips(connection)
    const sent = await sentBy(releases.state, state.record.side)
    for (const { n, clip, names } of sent) {
      if (published.has(clip)) continue
      // oxlint-disable-next-line no-await-in-loop -- one after the other, and seldom any
      const gone = await Promise.all(names.map((file) => this.#remove(file)))
      if (!gone.includes(true)) continue
      note({ is: 'destroyed', at: hands.clock.nowMs(), kind: clipKind(n), hash: clip })
    }
  }

  /** Whether it was there until now. */
  async #remove(file: Hash): Promise<boolean> {
    try {
      await this.#parts.desk.connection.request({ type: 'remove-file', file })
      return true
    } catch (error) {
      if (error instanceof Refusal && error.code === 'file-unknown') return false
      throw error
    }
  }
}

async function sentBy({ signatures }: ReleaseState, side: string): Promise<Sent[]> {
  const own = releaseSignatures({ signatures }, 'clip-file').filter(({ signer }) => signer === side)
  const byClip = Map.groupBy(own, ({ payload }) => payload.clip)
  return Promise.all(
    [...byClip].map(async ([clip, told]) => ({
      n: Math.max(...told.map(({ payload }) => Number(payload.kind.slice('clip-file/'.length)))),
      clip,
      names: await Promise.all(
        told.flatMap(({ payload }) => payload.files).map(({ pieces }) => sealedFileName(pieces)),
      ),
    })),
  )
}

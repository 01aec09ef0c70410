import type { TimeSpan } from '@parley/release'
import type { RecordedSpan, RecordedTrack } from '@parley/release/recordings'
import { CannotMake } from './cannotMake.ts'
import type { ClipAnswer, ClipAsk, MadeFile, MakeClip, OpenedBy, Scene } from './messages.ts'

type Asked = ClipAsk extends infer A ? (A extends { id: number } ? Omit<A, 'id'> : never) : never
type Answered<Is extends ClipAnswer['is']> = Extract<ClipAnswer, { is: Is }>
type Waiting = PromiseWithResolvers<ClipAnswer> & { onShare: ((share: number) => void) | undefined }

/** A recording that is open in a worker of its own, which is ended with it. */
export class RecordingDesk implements Disposable {
  readonly tracks: readonly RecordedTrack[]
  readonly spans: readonly RecordedSpan[]
  readonly #line: WorkerLine

  private constructor(line: WorkerLine, { tracks, spans }: Answered<'opened'>) {
    this.#line = line
    this.tracks = tracks
    this.spans = spans
  }

  /** Rejects where the file is no recording, or one of another side. */
  static async open(recording: OpenedBy): Promise<RecordingDesk> {
    using opening = new DisposableStack()
    const line = opening.use(new WorkerLine())
    const opened = await line.ask({ do: 'open', recording }, { is: 'opened' })
    opening.move()
    return new RecordingDesk(line, opened)
  }

  /** How loud each of those tracks is, in so many equal stretches of a span. */
  async levels(asked: {
    span: TimeSpan
    tracks: readonly number[]
    stretches: number
  }): Promise<readonly (readonly number[])[]> {
    return (await this.#line.ask({ do: 'levels', ...asked }, { is: 'levels' })).levels
  }

  /** What is heard over a span, as a file to play. */
  async listen(asked: { span: TimeSpan; voices: Scene['voices'] }): Promise<Blob> {
    return (await this.#line.ask({ do: 'listen', ...asked }, { is: 'sound' })).wave
  }

  /** The picture of a clip at a moment. */
  async show(at: number, people: Scene['people']): Promise<ImageBitmap> {
    return (await this.#line.ask({ do: 'show', at, people }, { is: 'picture' })).picture
  }

  [Symbol.dispose](): void {
    this.#line[Symbol.dispose]()
  }
}

/**
 * Makes the files of a clip, in a worker of its own that ends with it, in that folder of this origin's disk. `signal`
 * stops it between two pictures. Rejects with `CannotMake` where this browser cannot.
 */
export async function makeClipFiles(
  { recording, make, folder }: { recording: OpenedBy; make: MakeClip; folder: string },
  { onShare, signal }: { onShare: (share: number) => void; signal: AbortSignal },
): Promise<readonly MadeFile[]> {
  signal.throwIfAborted()
  using line = new WorkerLine()
  const stop = () => void line.ask({ do: 'stop' }, { is: 'stopped' })
  signal.addEventListener('abort', stop, { once: true })
  try {
    await line.ask({ do: 'open', recording }, { is: 'opened' })
    signal.throwIfAborted()
    return (await line.ask({ do: 'make', make, folder }, { is: 'made', onShare })).files
  } finally {
    signal.removeEventListener('abort', stop)
  }
}

/** Questions to one worker, and its answers. Disposing ends it. */
class WorkerLine implements Disposable {
  readonly #worker: Worker
  readonly #waiting = new Map<number, Waiting>()
  #asked = 0

  constructor() {
    this.#worker = new Worker(new URL('./worker/clipWorker.ts', import.meta.url), {
      type: 'module',
    })
    this.#worker.addEventListener('message', ({ data }: MessageEvent<ClipAnswer>) =>
      this.#hear(data),
    )
    this.#worker.addEventListener('error', () =>
      this.#fail(new Error('The worker of clips did not start')),
    )
  }

  async ask<Is extends ClipAnswer['is']>(
    asked: Asked,
    { is, onShare }: { is: Is; onShare?: (share: number) => void },
  ): Promise<Answered<Is>> {
    this.#asked += 1
    const waiting = { ...Promise.withResolvers<ClipAnswer>(), onShare }
    this.#waiting.set(this.#asked, waiting)
    this.#worker.postMessage({ id: this.#asked, ...asked } satisfies ClipAsk)
    const answer = await waiting.promise
    if (answer.is === 'lacks') throw new CannotMake(answer.what)
    if (answer.is === 'failed') throw new Error(answer.because)
    if (answer.is !== is) throw new Error(`It answered ${answer.is}`)
    return answer as Answered<Is>
  }

  [Symbol.dispose](): void {
    this.#worker.terminate()
    this.#fail(new Error('It was let go'))
  }

  #hear(answer: ClipAnswer): void {
    const waiting = this.#waiting.get(answer.id)
    if (answer.is === 'making') return waiting?.onShare?.(answer.share)
    waiting?.resolve(answer)
    this.#waiting.delete(answer.id)
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}

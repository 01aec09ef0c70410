import type { Hash } from '@parley/protocol'
import type { ClipFileType, ClipStanding, SealedFile } from '@parley/release'
import { sha256Text } from '@parley/seal'
import type { ClipFilesHere } from './clipsView.ts'
import type { ClipLine, ClipTools } from './ports.ts'

/** A file is not the one that was signed. */
export class NotAsSigned extends Error {
  override readonly name = 'NotAsSigned'
}

/** The files of clips at this desk, by the hash of what was signed. Disposing lets them go. */
export class ClipFilesAtDesk implements Disposable {
  readonly #line: Pick<ClipLine, 'fetch'>
  readonly #tools: Pick<ClipTools, 'urlOf' | 'letUrlGo'>
  readonly #onChange: () => void
  readonly #files = new Map<Hash, Blob>()
  readonly #here = new Map<Hash, ClipFilesHere>()

  constructor(
    {
      line,
      tools,
    }: { line: Pick<ClipLine, 'fetch'>; tools: Pick<ClipTools, 'urlOf' | 'letUrlGo'> },
    onChange: () => void,
  ) {
    this.#line = line
    this.#tools = tools
    this.#onChange = onChange
  }

  /** Of the clip whose document has that hash. */
  of(clip: Hash): ClipFilesHere {
    return this.#here.get(clip) ?? { is: 'not-fetched' }
  }

  /** Keeps a file that was made or checked here, so that it is not fetched again. */
  keep(hash: Hash, file: Blob): void {
    this.#files.set(hash, file)
  }

  /** Fetches all files of a clip, and shows them only if each is what was signed, byte for byte. */
  async fetch({ clip, hash, files }: ClipStanding): Promise<void> {
    const now = this.of(hash)
    if (now.is === 'fetching' || now.is === 'there') return
    const all = clip.files.reduce((sum, { bytes }) => sum + bytes, 0)
    let before = 0
    try {
      const urls: Partial<Record<ClipFileType, string>> = {}
      this.#set(hash, { is: 'fetching', share: 0 })
      for (const [place, { type, bytes }] of clip.files.entries()) {
        const sealed = files[place]
        if (!sealed) throw new NotAsSigned()
        const onShare = (share: number) =>
          this.#set(hash, { is: 'fetching', share: (before + share * bytes) / all })
        // oxlint-disable-next-line no-await-in-loop -- one after the other on one line
        const file = await this.file(sealed, onShare)
        if (file.size !== bytes) throw new NotAsSigned()
        urls[type] = this.#tools.urlOf(file.slice(0, file.size, type))
        before += bytes
      }
      this.#set(hash, { is: 'there', urls })
    } catch (error) {
      this.#set(hash, { is: error instanceof NotAsSigned ? 'not-as-signed' : 'gone' })
      if (!(error instanceof NotAsSigned)) throw error
    }
  }

  /** A file by its hash. Rejects with `NotAsSigned` where it has another. */
  async file(
    sealed: SealedFile,
    onShare: (share: number) => void = () => undefined,
  ): Promise<Blob> {
    const kept = this.#files.get(sealed.hash)
    if (kept) return kept
    const file = await this.#line.fetch(sealed, { onShare })
    const hash = await sha256Text(new Uint8Array(await file.arrayBuffer()))
    if (hash !== sealed.hash) throw new NotAsSigned()
    this.keep(hash, file)
    return file
  }

  [Symbol.dispose](): void {
    for (const here of this.#here.values())
      if (here.is === 'there') Object.values(here.urls).forEach(this.#tools.letUrlGo)
    this.#here.clear()
    this.#files.clear()
  }

  #set(clip: Hash, here: ClipFilesHere): void {
    this.#here.set(clip, here)
    this.#onChange()
  }
}

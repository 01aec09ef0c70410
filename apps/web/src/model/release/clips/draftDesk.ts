import {
  clipNumbers,
  proposeClip,
  type ClipWording,
  type DeskHands,
  type Releases,
} from '@parley/client'
import {
  closeUpOf,
  stretchOf,
  writeCaptions,
  type Clip,
  type ClipFile,
  type ClipFileType,
  type SealedFile,
} from '@parley/release'
import type { Plan } from '@parley/seal'
import { computed, signal } from '@preact/signals-core'
import { lackOfDraft, newDraft, stepDraft, type ClipDraft, type DraftEvent } from './clipDraft.ts'
import type { ClipFilesAtDesk } from './clipFiles.ts'
import { WorkFailed } from './clipTrouble.ts'
import type { DraftView, Making } from './clipsView.ts'
import type { ClipLine, ClipTools } from './ports.ts'
import type { RecordingAtDesk } from './recordingAtDesk.ts'
import { firstPeople } from './recordedScene.ts'

/** The order in which the files of a clip are named. */
const TYPES: readonly ClipFileType[] = ['video/mp4', 'video/webm', 'image/jpeg', 'text/vtt']

type Made = { readonly draft: ClipDraft; readonly files: ReadonlyMap<ClipFileType, Blob> }

export type DraftDeskParts = {
  readonly recording: RecordingAtDesk
  readonly tools: ClipTools
  readonly line: ClipLine
  readonly files: ClipFilesAtDesk
  readonly hands: DeskHands
  readonly releases: Releases
}

/** A clip in the making at this desk: chosen, made, looked at, and only then signed and proposed. */
export class DraftDesk implements Disposable {
  readonly #parts: DraftDeskParts
  readonly #draft = signal<ClipDraft | undefined>(undefined)
  readonly #making = signal<Making>({ is: 'not-made' })
  #made: Made | undefined
  #stopping = new AbortController()

  constructor(parts: DraftDeskParts) {
    this.#parts = parts
  }

  readonly view = computed((): DraftView | undefined => {
    const draft = this.#draft.value
    if (!draft) return undefined
    const { recording } = this.#parts
    return {
      ...draft,
      stretch: stretchOf(draft.cut, recording.stretches),
      closeUp: recording.closeUp.value,
      lack: lackOfDraft(draft),
      making: this.#making.value,
    }
  })

  get draft(): ClipDraft | undefined {
    return this.#draft.value
  }

  /** Begins a clip, or another cut of the one with that number, in whose words it begins. */
  begin(
    before: Clip | undefined,
    { n, language }: { n: number | undefined; language: string },
  ): void {
    this.throwAway()
    const { recording, releases } = this.#parts
    const next = (clipNumbers(releases.state).at(-1) ?? 0) + 1
    const fresh = newDraft(recording.stretches, {
      n: n ?? next,
      people: firstPeople(recording.people),
      language: before?.language ?? language,
    })
    const again = before && { title: before.title, caption: before.caption }
    this.#draft.value = fresh && { ...fresh, ...again, ...cutOf(before, recording) }
    this.#measure()
  }

  leave(): void {
    this.throwAway()
    this.#draft.value = undefined
  }

  /** What was made of it before is thrown away: it is of another cut. */
  change(event: DraftEvent): void {
    const before = this.#draft.value
    if (!before) return
    const after = stepDraft(before, event, this.#parts.recording.stretches)
    if (after === before) return
    this.#draft.value = after
    this.throwAway()
    if (after.cut !== before.cut) this.#measure()
  }

  /** Makes the files, to be looked at. Rejects with `CannotMake` or `WorkFailed`. */
  async make(): Promise<void> {
    const draft = this.#draft.value
    if (!draft || lackOfDraft(draft)) return
    this.throwAway()
    const { recording, tools } = this.#parts
    this.#stopping = new AbortController()
    const { signal: stopped } = this.#stopping
    await using folder = tools.newFolder()
    const onShare = (share: number) => (this.#making.value = { is: 'making', share })
    onShare(0)
    try {
      const make = {
        cut: draft.cut,
        scene: await recording.sceneOf(draft),
        posterAt: draft.posterAt,
      }
      const what = { recording: recording.openedBy, make, folder: folder.name }
      const made = await tools.makeFiles(what, { onShare, signal: stopped })
      const files = await Promise.all(
        made.map(async (file) => [file.type, await folder.fileOf(file)] as const),
      )
      this.#show({ draft, files: new Map([...files, ...captionsOf(draft)]) })
    } catch (error) {
      this.throwAway()
      if (stopped.aborted) return
      throw error instanceof Error && error.name === 'CannotMake'
        ? error
        : new WorkFailed('making-failed', error)
    }
  }

  /** Signs what was made and looked at, sends it to the other desks, and gives its number. Rejects with `CannotSign` or a `Refusal`. */
  async propose(plan: Plan): Promise<number | undefined> {
    const made = this.#made
    if (!made) return undefined
    const { line, files, hands, releases } = this.#parts
    const sent: SealedFile[] = []
    const named: ClipFile[] = []
    const present = TYPES.flatMap((type) => {
      const file = made.files.get(type)
      return file ? [{ type, file }] : []
    })
    const all = present.reduce((sum, { file }) => sum + file.size, 0)
    let before = 0
    try {
      for (const { type, file } of present) {
        const onShare = (share: number) =>
          (this.#making.value = { is: 'sending', share: (before + share * file.size) / all })
        onShare(0)
        // oxlint-disable-next-line no-await-in-loop -- one after the other on one line
        const sealed = await line.send(file, { onShare })
        files.keep(sealed.hash, file)
        sent.push(sealed)
        named.push({ type, bytes: file.size, hash: sealed.hash })
        before += file.size
      }
      const says = wordingOf(made.draft, { plan, files: named })
      await proposeClip(hands, releases, { n: made.draft.n, says, files: sent })
    } catch (error) {
      this.#show(made)
      throw error
    }
    this.#made = undefined
    this.leave()
    return made.draft.n
  }

  /** Ends what is being made, and throws away what was. */
  throwAway(): void {
    this.#stopping.abort(new Error('It was stopped'))
    const making = this.#making.value
    if (making.is === 'made') Object.values(making.urls).forEach(this.#parts.tools.letUrlGo)
    this.#making.value = { is: 'not-made' }
    this.#made = undefined
  }

  [Symbol.dispose](): void {
    this.leave()
  }

  #show(made: Made): void {
    this.#made = made
    const urls = [...made.files].map(([type, file]) => [type, this.#parts.tools.urlOf(file)])
    this.#making.value = { is: 'made', urls: Object.fromEntries(urls) }
  }

  /** The loudness of what is shown at large, where that is another stretch than before. */
  #measure(): void {
    const { recording } = this.#parts
    const draft = this.#draft.value
    const stretch = draft && stretchOf(draft.cut, recording.stretches)
    if (draft && stretch) void recording.measure(closeUpOf(draft.cut, stretch))
  }
}

function captionsOf({ captions }: ClipDraft): [ClipFileType, Blob][] {
  const written = writeCaptions(captions)
  return written === undefined ? [] : [['text/vtt', new Blob([written], { type: 'text/vtt' })]]
}

/** Where the clip before it lay, if that is in this recording too. */
function cutOf(before: Clip | undefined, { stretches }: RecordingAtDesk): Partial<ClipDraft> {
  if (!before) return {}
  const { part, from, to } = before
  const cut = { part, from, to }
  return stretchOf(cut, stretches) ? { cut, posterAt: from } : {}
}

function wordingOf(
  draft: ClipDraft,
  { plan, files }: { plan: Plan; files: readonly ClipFile[] },
): ClipWording {
  const { cut, title, caption, language } = draft
  return {
    part: cut.part,
    partTitle: plan.agenda.find(({ part }) => part === cut.part)?.title ?? '',
    from: Math.round(cut.from),
    to: Math.round(cut.to),
    title: title.trim(),
    caption: caption.trim(),
    language,
    sides: [...plan.sides],
    files: [...files],
  }
}

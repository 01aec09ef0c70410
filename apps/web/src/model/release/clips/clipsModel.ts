import {
  clipNumbers,
  publishClip,
  publishedClips,
  refuseClip,
  signClip,
  standingOfClip,
  type Desk,
  type RecordBook,
  type RecordNow,
  type Releases,
} from '@parley/client'
import type { Hash, SeatId, SideId } from '@parley/protocol'
import { publishableFile, recordStory, type ClipStanding } from '@parley/release'
import { keepUntilOf } from '@parley/release/recordings'
import { computed, effect, signal, type ReadonlySignal } from '@preact/signals-core'
import { sealViewOf } from '../../desk/deskFacts.ts'
import type { SealView } from '../../desk/deskView.ts'
import type { DeskRecordings } from '../../recording/deskRecordings.ts'
import { ChainDesk } from './chainDesk.ts'
import { clipCardOf } from './clipCardOf.ts'
import { ClipFilesAtDesk, NotAsSigned } from './clipFiles.ts'
import type { ClipsEvent, ClipsView, ClipTrouble } from './clipsView.ts'
import { clipTroubleOf } from './clipTrouble.ts'
import { DraftDesk } from './draftDesk.ts'
import type { ClipLine, ClipTools } from './ports.ts'
import type { ToldParts } from './partsOfCall.ts'
import { putClip } from './putClip.ts'
import { RecordingAtDesk } from './recordingAtDesk.ts'

/** The clips of a desk, ready to be shown. Whoever opened it disposes of it. */
export type ClipsModel = AsyncDisposable & {
  readonly view: ReadonlySignal<ClipsView>
  /** Settles once the deed is done, or its trouble is in the view. */
  readonly send: (event: ClipsEvent) => Promise<void>
  /** The picture of the clip in the making at a moment, and what is heard in it as a file to play. */
  readonly show: (at: number) => Promise<ImageBitmap | undefined>
  readonly listen: () => Promise<Blob | undefined>
}

/** What clips need of the record: what it tells, and to say what this desk did. */
export type BookOfClips = Pick<RecordBook, 'now' | 'note'>

/** The recordings of this side that lie in this browser. */
export type RecordingsOfClips = Pick<DeskRecordings, 'here' | 'destroyed' | 'look' | 'whyNot'>

export type ClipsParts = {
  readonly desk: Desk
  readonly releases: Releases
  readonly recordings: RecordingsOfClips
  readonly tools: ClipTools
  readonly line: ClipLine
  readonly book: BookOfClips
  /** Of this page, in which a first caption is likely written. */
  readonly language: string
}

/** Opens the clips of a desk. What others add is taken up by itself: their files are fetched, and one's own turn is taken. */
export async function openClipsModel(parts: ClipsParts): Promise<ClipsModel> {
  const { desk, releases, recordings, tools, line, book } = parts
  const { record } = desk.state
  await using opening = new AsyncDisposableStack()
  const seals = await sealsOfPlan(desk)
  const released = signal(releases.state)
  const changed = signal(0)
  const trouble = signal<ClipTrouble | undefined>(undefined)
  const publishing = signal<{ n: number; share: number } | undefined>(undefined)
  const published = signal<ReadonlyMap<Hash, number>>(new Map())
  const files = opening.use(new ClipFilesAtDesk({ line, tools }, () => (changed.value += 1)))
  const recording = opening.use(new RecordingAtDesk(tools))
  const { hands, connection } = desk
  const draft = opening.use(new DraftDesk({ recording, tools, line, files, hands, releases }))
  const chain = opening.use(new ChainDesk({ tools, line, files, hands, releases }))
  opening.use(releases.listen((state) => (released.value = state)))

  const standings = computed(() =>
    clipNumbers(released.value).flatMap((n) => {
      const standing = standingOfClip(released.value, n)
      return standing ? [{ n, standing }] : []
    }),
  )
  const view = computed((): ClipsView => {
    const { documents } = desk.documents
    const plan = documents.plan?.payload
    const nameOf = (seat: SeatId) => documents.lists.seats.get(seat)?.name
    void changed.value
    return {
      timeZone: plan?.timeZone ?? 'UTC',
      languages: plan?.languages ?? [],
      isRecorded: plan?.modalities.recording === 'open-parts',
      keepUntil: plan && keepUntilOf(plan),
      recording: recording.view.value,
      kept: recordings.here.value.map(({ name, file, header }) => {
        return { name, by: nameOf(header.seat), at: header.at, bytes: file.size }
      }),
      destroyed: recordings.destroyed.value.map(({ seat, recordedAtMs }) => {
        return { by: nameOf(seat), at: recordedAtMs }
      }),
      draft: draft.view.value,
      clips: standings.value.map(({ n, standing }) =>
        clipCardOf(n, standing, {
          own: record.side,
          seals,
          files: files.of(standing.hash),
          adding: chain.adding.value?.clip === standing.hash ? chain.adding.value : undefined,
          publishing: publishing.value?.n === n ? publishing.value : undefined,
          publishedAt: published.value.get(standing.hash),
        }),
      ),
      trouble: trouble.value,
    }
  })

  async function attempt(work: () => Promise<void>, standing?: ClipStanding): Promise<void> {
    try {
      await work()
    } catch (error) {
      trouble.value = clipTroubleOf(error, standing)
    }
  }

  /** What comes by itself: the files of each clip, and this side's manifest in its turn. */
  const isFollowed = effect(() => {
    for (const { n, standing } of standings.value) {
      if (files.of(standing.hash).is === 'not-fetched')
        void attempt(() => files.fetch(standing), standing)
      void chain.adding.value
      if (chain.isDue(standing)) void attempt(() => chain.add(n, standing), standing)
    }
  })
  opening.defer(isFollowed)
  void attempt(lookAtPublished)

  async function perform(event: ClipsEvent): Promise<void> {
    switch (event.type) {
      case 'recording-chosen':
        return openRecording(event.file)
      case 'kept-asked':
        return lookForKept()
      case 'kept-chosen': {
        await lookForKept()
        const kept = recordings.here.value.find(({ name }) => name === event.name)
        return kept && openRecording(kept.file)
      }
      case 'draft-begun': {
        const before = standings.value.find(({ n }) => n === event.n)?.standing.clip
        return draft.begin(before, { n: event.n, language: parts.language })
      }
      case 'draft-left':
        return draft.leave()
      case 'draft-changed':
        return draft.change(event.change)
      case 'making-pressed':
        return draft.make()
      case 'making-cancelled':
      case 'made-thrown-away':
        return draft.throwAway()
      case 'proposing-pressed': {
        const plan = desk.documents.documents.plan?.payload
        const proposed = plan && (await draft.propose(plan))
        return proposed === undefined ? undefined : say('proposed', proposed)
      }
      case 'files-asked': {
        chain.forgive()
        const found = standings.value.find(({ n }) => n === event.n)
        return found && files.fetch(found.standing)
      }
      case 'clip-signed':
        // What was not seen here, byte for byte, is not signed here, whatever the screen offered.
        if (files.of(event.hash).is !== 'there') throw new NotAsSigned()
        await signClip(hands, releases, { n: event.n, clip: event.hash })
        return say('signed', event.n)
      case 'clip-refused':
        await refuseClip(hands, releases, { n: event.n, clip: event.hash, reason: event.reason })
        return say('refused', event.n)
      case 'publish-pressed':
        return publish(event.n)
      case 'trouble-read':
        trouble.value = undefined
    }
  }

  /** A disk that cannot be read keeps nobody from opening a file. */
  function lookForKept(): Promise<void> {
    return recordings.look().catch(() => undefined)
  }

  async function openRecording(file: Blob): Promise<void> {
    const { plan, lists } = desk.documents.documents
    if (!plan) return
    const refused = await recordings.whyNot(file)
    const by = { file, key: record.seal.agreementPrivateKey }
    const listed = { plan: plan.payload, seats: lists.seats, told: toldParts(book.now) }
    if (!refused && (await recording.open(by, listed))) return
    trouble.value = refused ?? 'not-our-recording'
  }

  /** Nothing leaves this desk that is not what all signed, whatever the screen offered. */
  async function publish(n: number): Promise<void> {
    const standing = standingOfClip(releases.state, n)
    const whole = publishableFile(standing)
    if (!standing) return
    const onShare = (share: number) => (publishing.value = { n, share })
    onShare(0)
    try {
      const put = await putClip(standing, whole, { files, line, onShare })
      await publishClip({ connection, state: releases.state }, { n, files: put })
      say('published', n)
      await lookAtPublished()
    } finally {
      publishing.value = undefined
    }
  }

  /** Of the cut that counts at this moment. */
  function say(is: 'proposed' | 'signed' | 'refused' | 'published', n: number): void {
    const standing = standingOfClip(releases.state, n)
    if (!standing) return
    const { kind, version } = standing.clip
    book.note({ is, at: hands.clock.nowMs(), kind, version, hash: standing.hash })
  }

  async function lookAtPublished(): Promise<void> {
    published.value = await publishedClips(connection)
  }

  const open = opening.move()
  return {
    view,
    async send(event) {
      trouble.value = undefined
      const named = 'n' in event ? event.n : undefined
      const found = standings.value.find(({ n }) => n === named)
      await attempt(() => perform(event), found?.standing)
    },
    show: async (at) => (draft.draft ? recording.show(at, draft.draft) : undefined),
    listen: async () => (draft.draft ? recording.listen(draft.draft) : undefined),
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

function toldParts({ entries, papers }: RecordNow): ToldParts | undefined {
  if (!papers) return undefined
  const { parts, to = 0 } = recordStory(entries, papers)
  return { parts, until: to }
}

async function sealsOfPlan(desk: Desk): Promise<ReadonlyMap<SideId, SealView>> {
  const sides = desk.documents.documents.plan?.payload.sides ?? []
  return new Map(
    await Promise.all(sides.map(async ({ side, seal }) => [side, await sealViewOf(seal)] as const)),
  )
}

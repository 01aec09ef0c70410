import {
  agreedReleases,
  proposeClip,
  publishedClips,
  Releases,
  type Desk,
  type RecordNow,
} from '@parley/client'
import type { Bytes } from '@parley/protocol'
import { clipKind, stripManifests, verifyFiles } from '@parley/release'
import { sha256Text, utf8, type EntryEvent } from '@parley/seal'
import { startServer } from '@parley/server'
import { manualClock, planCall } from '@parley/testkit'
import { expect, test, vi } from 'vitest'
import { makeClipSigner } from '../../../adapters/clip/certificate.ts'
import { c2paInNode } from '../../../adapters/clip/testing/blobsInNode.ts'
import { smallMp4 } from '../../../adapters/clip/testing/smallMp4.ts'
import { signFile } from '../../../adapters/clip/worker/provenance.ts'
import type { RecordingFolder } from '../../../adapters/recording/recordingFolder.ts'
import { DeskRecordings } from '../../recording/deskRecordings.ts'
import { clipLine } from './clipLine.ts'
import { openClipsModel, type ClipsModel } from './clipsModel.ts'
import type { ClipLine, ClipTools } from './ports.ts'

const blobOf = c2paInNode()
const film = await smallMp4(true)

/** A desk at which clips are open, what it said for the record, and what it put in the open. */
type Open = {
  desk: Desk
  releases: Releases
  model: ClipsModel
  line: ClipLine
  noted: EntryEvent[]
  put: Bytes[]
}

async function twoOpen() {
  await using parts = new AsyncDisposableStack()
  const running = parts.use(await startServer())
  const clock = manualClock(Date.now())
  const planned = parts.use(
    await planCall(running, { seatsEach: 0, clock, recording: 'open-parts' }),
  )
  const open = async (desk: Desk): Promise<Open> => {
    const { call } = desk.state.record
    const releases = parts.use(new Releases({ call, documents: desk.documents }))
    const noted: EntryEvent[] = []
    const put: Bytes[] = []
    const carried = clipLine({ desk, server: { origin: running.url } })
    const line: ClipLine = {
      ...carried,
      fetch: async (sealed, how) => blobOf(await bytesOf(await carried.fetch(sealed, how))),
      async sendOpenly(file, how) {
        put.push(await bytesOf(file))
        return carried.sendOpenly(file, how)
      },
    }
    const now: RecordNow = { isCaughtUp: true, papers: undefined, entries: [], wording: undefined }
    const book = { now, note: (...events: readonly EntryEvent[]) => void noted.push(...events) }
    const recordings = parts.use(new DeskRecordings({ desk, folder: NO_FOLDER, note: book.note }))
    const model = parts.use(
      await openClipsModel({ desk, releases, recordings, tools, line, book, language: 'en' }),
    )
    return { desk, releases, model, line, noted, put }
  }
  const [one, two] = planned.desks
  if (!one || !two) throw new Error('There are two')
  const first = await open(one)
  const second = await open(two)
  const stays = parts.move()
  return { first, second, [Symbol.asyncDispose]: () => stays.disposeAsync() }
}

const NO_FOLDER: RecordingFolder = { all: async () => [], destroy: async () => undefined }

const tools = {
  provenance: () => ({
    sign: async ({ file, ...how }) => signFile({ file: blobOf(await bytesOf(file)), ...how }),
    [Symbol.dispose]: () => undefined,
  }),
  signerOf: makeClipSigner,
  urlOf: () => 'blob:film',
  letUrlGo: () => undefined,
} satisfies Partial<ClipTools> as unknown as ClipTools

async function bytesOf(file: Blob): Promise<Bytes> {
  return new Uint8Array(await file.arrayBuffer())
}

async function proposeFilm({ desk, releases, line }: Open) {
  const plan = desk.documents.documents.plan?.payload
  if (!plan) throw new Error('The plan is agreed')
  const sealed = await line.send(blobOf(film), { onShare: () => undefined })
  const span = { part: 1, from: plan.start, to: plan.start + 60_000 }
  const words = { partTitle: 'Opening', title: 'Dry years', caption: '', language: 'en' }
  const file = { type: 'video/mp4' as const, bytes: film.length, hash: sealed.hash }
  const says = { ...span, ...words, sides: plan.sides, files: [file] }
  return proposeClip(desk.hands, releases, { n: 1, says, files: [sealed] })
}

function cardAt({ model }: Open) {
  const [card] = model.view.value.clips
  if (!card) throw new Error('It is not there yet')
  return card
}

const reaches = (desk: Open, is: string) =>
  vi.waitFor(() => expect(cardAt(desk).next.is).toBe(is), { timeout: 20_000 })

test('a desk that is asked to publish what one side did not sign refuses, names the side, and lets nothing out (R97)', async () => {
  await using desks = await twoOpen()
  const { first, second } = desks
  const [, other] = first.desk.documents.documents.plan?.payload.sides ?? []
  await proposeFilm(first)
  await reaches(first, 'awaits-others')

  await first.model.send({ type: 'publish-pressed', n: 1 })

  expect(first.model.view.value.trouble).toEqual({ cannotPublish: 'not-signed', name: other?.name })
  expect(first.put).toEqual([])
  expect((await publishedClips(second.desk.connection)).size).toBe(0)
  expect(first.noted).toEqual([])
})

test('what all signed gets a manifest of each side, and what is published is proven to whoever has nothing else (R97, R99)', async () => {
  await using desks = await twoOpen()
  const { first, second } = desks
  const hash = await proposeFilm(first)
  await vi.waitFor(() => expect(cardAt(second).files.is).toBe('there'))

  await second.model.send({ type: 'clip-signed', n: 1, hash })
  await reaches(first, 'may-publish')
  await reaches(second, 'may-publish')
  await second.model.send({ type: 'publish-pressed', n: 1 })

  expect(second.model.view.value.trouble).toBeUndefined()
  expect(cardAt(second).next.is).toBe('published')
  expect(second.noted.map(({ is }) => is)).toEqual(['signed', 'published'])
  expect(second.noted.at(-1)).toMatchObject({ kind: 'clip/1', version: 1, hash })
  const [published] = second.put
  if (!published) throw new Error('It was put in the open')
  expect(stripManifests(published)).toEqual(film)
  const versions = agreedReleases(first.releases.state, 'clip', clipKind(1))
  const statement = { parley: 1, item: 'clip/1', versions: versions.map((one) => one.signatures) }
  const [media] = await verifyFiles([published, utf8(JSON.stringify(statement))])
  expect(media).toMatchObject({ is: 'proven', of: 'media', manifests: 'of-every-side' })
  expect(await sha256Text(stripManifests(published))).toBe(await sha256Text(film))
})

test('what a server gives that is not what was signed is neither shown nor signed (R96)', async () => {
  await using desks = await twoOpen()
  const { first, second } = desks
  const fetched = vi.spyOn(second.line, 'fetch').mockResolvedValue(new Blob(['another film']))
  const hash = await proposeFilm(first)

  await vi.waitFor(() => expect(cardAt(second).files.is).toBe('not-as-signed'))
  await second.model.send({ type: 'clip-signed', n: 1, hash })

  expect(fetched).toHaveBeenCalled()
  expect(cardAt(second).next).toEqual({ is: 'to-answer', maySign: false })
  expect(second.model.view.value.trouble).toBe('not-as-signed')
  expect(second.noted).toEqual([])
})

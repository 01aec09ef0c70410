import type { Hash } from '@parley/protocol'
import { CannotPublish, publishableFile, type SealedFile } from '@parley/release'
import { startServer } from '@parley/server'
import { manualClock, planCall } from '@parley/testkit'
import { expect, test, vi } from 'vitest'
import { CannotSign } from '../desk/cannotSign.ts'
import type { Desk } from '../desk/desk.ts'
import {
  clipNumbers,
  proposeClip,
  refuseClip,
  signClip,
  standingOfClip,
  tellFiles,
  type ClipWording,
} from './clips.ts'
import { Releases } from './releases.ts'

type Console = { desk: Desk; releases: Releases }

const hashOf = (letter: string) => `${letter.repeat(42)}A` as Hash
const sealed = (letter: string): SealedFile => ({
  hash: hashOf(letter),
  key: hashOf('k'),
  bytes: 1000,
  pieces: [hashOf('p')],
})

async function twoConsoles() {
  await using parts = new AsyncDisposableStack()
  const running = parts.use(await startServer())
  const planned = parts.use(
    await planCall(running, { seatsEach: 0, clock: manualClock(Date.now()) }),
  )
  const [first, second] = planned.desks.map((desk) => ({
    desk,
    releases: parts.use(new Releases({ call: desk.state.record.call, documents: desk.documents })),
  }))
  if (!first || !second) throw new Error('There are two')
  const stays = parts.move()
  return { first, second, [Symbol.asyncDispose]: () => stays.disposeAsync() }
}

function wordingOf({ desk }: Console, letter: string): ClipWording {
  const plan = desk.documents.documents.plan?.payload
  if (!plan) throw new Error('The plan is agreed')
  return {
    part: 1,
    partTitle: 'Opening',
    from: plan.start,
    to: plan.start + 60_000,
    title: 'Dry years',
    caption: '',
    language: 'en',
    sides: plan.sides,
    files: [{ type: 'video/mp4', bytes: 1000, hash: hashOf(letter) }],
  }
}

const propose = (console: Console, letter: string) =>
  proposeClip(console.desk.hands, console.releases, {
    n: 1,
    says: wordingOf(console, letter),
    files: [sealed(letter)],
  })

/** The clip at a desk, once it is that cut. */
function arrived({ releases }: Console, letter: string) {
  return vi.waitFor(() => {
    const standing = standingOfClip(releases.state, 1)
    if (standing?.clip.files[0]?.hash !== hashOf(letter)) throw new Error('It is not there yet')
    return standing
  })
}

const sign = (console: Console, clip: Hash) =>
  signClip(console.desk.hands, console.releases, { n: 1, clip })

const manifest = (console: Console, clip: Hash, letter: string) =>
  tellFiles(console.desk.hands, console.releases, { n: 1, clip, files: [sealed(letter)] })

test('a clip goes from desk to desk until both signed it and added their manifests (R96, R97)', async () => {
  await using consoles = await twoConsoles()
  const { first, second } = consoles
  const sides = [first, second].map(({ desk }) => desk.state.record.side)

  const clip = await propose(first, 'a')
  const seen = await arrived(second, 'a')
  expect(seen).toMatchObject({ hash: clip, maker: sides[0], files: [sealed('a')] })
  expect(() => publishableFile(seen)).toThrow(new CannotPublish('not-signed', sides[1]))
  await sign(second, seen.hash)

  await vi.waitFor(() => expect(standingOfClip(first.releases.state, 1)?.awaits).toBe(sides[0]))
  await manifest(first, clip, 'b')
  await vi.waitFor(() => expect(standingOfClip(second.releases.state, 1)?.awaits).toBe(sides[1]))
  await manifest(second, clip, 'c')

  for (const { releases } of [first, second])
    await vi.waitFor(() =>
      expect(publishableFile(standingOfClip(releases.state, 1))).toEqual(sealed('c')),
    )
  expect(clipNumbers(first.releases.state)).toEqual([1])
})

test('a new cut withdraws the signature given, and the one before is signed no more (R96)', async () => {
  await using consoles = await twoConsoles()
  const { first, second } = consoles
  await propose(first, 'a')
  const seen = await arrived(second, 'a')
  await propose(first, 'b')
  await arrived(second, 'b')

  await expect(sign(second, seen.hash)).rejects.toThrow(new CannotSign('unknown-draft'))

  const standing = await arrived(second, 'b')
  await sign(second, standing.hash)
  await vi.waitFor(() => expect(standingOfClip(first.releases.state, 1)?.isAgreed).toBe(true))
})

test('a desk refuses with a reason, which the other reads, and a signature is taken back likewise (R96)', async () => {
  await using consoles = await twoConsoles()
  const { first, second } = consoles
  const clip = await propose(first, 'a')
  await arrived(second, 'a')
  const { side } = second.desk.state.record
  const answerOf = () => standingOfClip(first.releases.state, 1)?.answers.get(side)

  await refuseClip(second.desk.hands, second.releases, { n: 1, clip, reason: ' Too early. ' })

  await vi.waitFor(() => expect(answerOf()).toEqual({ is: 'refused', reason: 'Too early.' }))
  expect(() => publishableFile(standingOfClip(first.releases.state, 1))).toThrow(
    new CannotPublish('refused', side),
  )
  const again = await propose(first, 'b')
  await arrived(second, 'b')
  await sign(second, again)
  await refuseClip(second.desk.hands, second.releases, { n: 1, clip: again, reason: '' })
  await vi.waitFor(() => expect(answerOf()).toEqual({ is: 'refused', reason: '' }))
})

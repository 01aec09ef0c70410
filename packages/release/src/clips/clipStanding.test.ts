import type { CallId, CompactJws, Hash, PublicKey, SideId } from '@parley/protocol'
import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Clip, ClipFiles, SealedFile } from '../documents/clip.ts'
import { clipFileKind, clipKind } from '../documents/kinds.ts'
import { clipStandingOf, type ClipWords } from './clipStanding.ts'
import { CannotPublish, publishableFile } from './publishable.ts'

const a = 'a' as SideId
const b = 'b' as SideId
const sides = [a, b]

const sealed = (hash: string): SealedFile => ({
  hash: hash as Hash,
  key: 'key',
  bytes: 1,
  pieces: [hash as Hash],
})

const heading = { call: 'call' as CallId, version: 1, previous: null, at: 1000 }

const clip = (version: number): Clip => ({
  ...heading,
  kind: clipKind(1),
  version,
  part: 1,
  partTitle: 'Opening',
  from: 1000,
  to: 2000,
  title: `Cut ${version}`,
  caption: '',
  language: 'en',
  sides: sides.map((side) => ({ side, name: side, flag: '', seal: side as string as PublicKey })),
  files: [
    { type: 'video/mp4', bytes: 1, hash: `mp4 ${version}` as Hash },
    { type: 'image/jpeg', bytes: 1, hash: `jpeg ${version}` as Hash },
  ],
})

const signedBy = (signer: SideId, version: number) => ({
  payload: clip(version),
  signer,
  hash: `v${version}` as Hash,
  jws: `v${version} by ${signer}` as CompactJws,
})

const filed = (signer: SideId, version: number, ...hashes: string[]) => ({
  payload: {
    ...heading,
    kind: clipFileKind(1),
    side: signer,
    clip: `v${version}` as Hash,
    files: hashes.map(sealed),
  } satisfies ClipFiles,
  signer,
  hash: '' as Hash,
  jws: '' as CompactJws,
})

const refused = (side: SideId, version: number) => ({
  payload: { side, clip: `v${version}` as Hash, reason: 'It begins too late.' },
})

const proposed: ClipWords = {
  sides,
  clips: [signedBy(b, 1)],
  files: [filed(b, 1, 'jpeg 1', 'mp4 1')],
  refusals: [],
}
const both = { ...proposed, clips: [signedBy(b, 1), signedBy(a, 1)] }
const chained = { ...both, files: [...both.files, filed(b, 1, 'one')] }
const whole = { ...both, files: [...chained.files, filed(a, 1, 'two')] }

function whyNot(words: ClipWords) {
  try {
    return publishableFile(clipStandingOf(words)).hash
  } catch (error) {
    if (!(error instanceof CannotPublish)) throw error
    return error.side ? [error.code, error.side] : [error.code]
  }
}

test('a proposed clip awaits whoever has not signed it, and cannot be published (R96)', () => {
  const standing = clipStandingOf(proposed)

  expect(standing?.maker).toBe(b)
  expect(standing?.files.map(({ hash }) => hash)).toEqual(['mp4 1', 'jpeg 1'])
  expect(standing?.answers.get(b)?.is).toBe('signed')
  expect(standing?.answers.get(a)?.is).toBe('awaited')
  expect(standing?.awaits).toBe(undefined)
  expect(whyNot(proposed)).toEqual(['not-signed', a])
})

test('once all have signed each adds its manifest, whoever made it first, and only then can it be published (R97)', () => {
  expect(clipStandingOf(both)).toMatchObject({ isAgreed: true, order: [b, a], awaits: b })
  expect(whyNot(both)).toEqual(['no-manifest', b])
  expect(clipStandingOf(chained)).toMatchObject({ awaits: a, newest: { by: b, manifests: 1 } })
  expect(whyNot(chained)).toEqual(['no-manifest', a])
  expect(clipStandingOf(whole)?.newest).toMatchObject({ by: a, manifests: 2 })
  expect(whyNot(whole)).toBe('two')
})

test('a new cut counts for nothing that was signed of the one before (R96)', () => {
  const anew = {
    ...whole,
    clips: [...whole.clips, signedBy(a, 2)],
    files: [...whole.files, filed(a, 2, 'mp4 2', 'jpeg 2')],
  }

  expect(clipStandingOf(anew)).toMatchObject({ maker: a, isAgreed: false, newest: undefined })
  expect(clipStandingOf(anew)?.answers.get(b)).toEqual({ is: 'awaited' })
  expect(whyNot(anew)).toEqual(['not-signed', b])
})

test('who refuses takes back a signature given, with a reason, and nothing is published (R96)', () => {
  const taken = { ...whole, refusals: [refused(b, 1)] }

  expect(clipStandingOf(taken)?.answers.get(b)).toEqual({
    is: 'refused',
    reason: 'It begins too late.',
  })
  expect(clipStandingOf(taken)).toMatchObject({ isAgreed: false, newest: undefined })
  expect(whyNot(taken)).toEqual(['refused', b])
  expect(whyNot({ ...whole, refusals: [refused(b, 2)] })).toBe('two')
})

test('a wording whose files nobody has is passed over, and without any there is no clip', () => {
  expect(clipStandingOf({ ...whole, clips: [...whole.clips, signedBy(a, 2)] })?.hash).toBe('v1')
  expect(clipStandingOf({ ...proposed, files: [filed(b, 1, 'mp4 1')] })).toBe(undefined)
  expect(whyNot({ ...proposed, files: [] })).toEqual(['unknown-clip'])
})

test('whatever is there and in whatever order it came, nothing is published that one side did not sign (R97)', () => {
  const all = {
    clips: [signedBy(a, 1), signedBy(b, 1), signedBy(a, 2), signedBy(b, 2)],
    files: [
      filed(b, 1, 'jpeg 1', 'mp4 1'),
      filed(b, 1, 'one'),
      filed(a, 1, 'two'),
      filed(a, 2, 'mp4 2', 'jpeg 2'),
      filed(a, 2, 'three'),
      filed(b, 2, 'four'),
    ],
    refusals: [refused(a, 1), refused(b, 2)],
  }
  fc.assert(
    fc.property(
      fc.shuffledSubarray(all.clips),
      fc.shuffledSubarray(all.files),
      fc.shuffledSubarray(all.refusals),
      (clips, files, refusals) => {
        const words = { sides, clips, files, refusals }
        const published = whyNot(words)
        if (typeof published !== 'string') return
        const version = ['one', 'two'].includes(published) ? 1 : 2
        expect(clips.filter(({ payload }) => payload.version === version)).toHaveLength(2)
        expect(refusals.some(({ payload }) => payload.clip === `v${version}`)).toBe(false)
      },
    ),
  )
})

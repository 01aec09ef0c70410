import { CallId, Hash, SideId } from '@parley/protocol'
import { makeSeal, signJws, toText, utf8 } from '@parley/seal'
import { altered } from '@parley/testkit/altered'
import { orCode } from '@parley/testkit/orCode'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import {
  ANNOUNCEMENT_KIND,
  clipFileKind,
  clipKind,
  jointKind,
  readoutKind,
  RECORD_KIND,
  recordRefusalKind,
  refusalKind,
} from './kinds.ts'
import { jointAnswerKind } from '../readouts/readoutKinds.ts'
import { verifyRelease, type ReleaseDocument, type ReleaseSignature } from './releaseDocument.ts'

const random = (length: number) => toText(crypto.getRandomValues(new Uint8Array(length)))
const call = v.parse(CallId, random(16))
const side = v.parse(SideId, random(8))
const hash = v.parse(Hash, random(32))
const seal = await makeSeal()
const heading = { call, version: 1, previous: null, at: 1000 }
const party = { side, name: 'Kenya', flag: 'KE', seal: seal.publicKey }

const documents = [
  {
    is: 'announcement',
    payload: {
      ...heading,
      kind: ANNOUNCEMENT_KIND,
      title: 'Upper Tana Water Treaty',
      start: 1_790_000_000_000,
      timeZone: 'Africa/Nairobi',
      sides: [party],
    },
  },
  {
    is: 'clip',
    payload: {
      ...heading,
      kind: clipKind(1),
      part: 1,
      partTitle: 'Opening',
      from: 1_790_000_000_000,
      to: 1_790_000_060_000,
      title: 'Dry years',
      caption: 'The principals on dry years.',
      language: 'en',
      sides: [party],
      files: [{ type: 'video/mp4', bytes: 1000, hash }],
    },
  },
  {
    is: 'clip-file',
    payload: {
      ...heading,
      kind: clipFileKind(1),
      side,
      clip: hash,
      files: [{ hash, key: random(32), bytes: 1000, pieces: [hash] }],
    },
  },
  {
    is: 'refusal',
    payload: { ...heading, kind: refusalKind(1), side, clip: hash, reason: 'It begins too late.' },
  },
  {
    is: 'joint-answer',
    payload: {
      ...heading,
      kind: jointAnswerKind(1),
      side,
      joint: hash,
      answer: 'declined',
      reason: 'Too early.',
    },
  },
  {
    is: 'joint',
    payload: {
      ...heading,
      kind: jointKind(1),
      texts: [{ language: 'en', text: 'They will meet again.' }],
    },
  },
  {
    is: 'readout',
    payload: {
      ...heading,
      kind: readoutKind(side),
      side: party,
      byline: 'Press service',
      title: 'Talks on the Upper Tana',
      language: 'en',
      body: [
        { is: 'heading', level: 2, runs: [{ text: 'Water' }] },
        { is: 'paragraph', runs: [{ text: 'They spoke.', em: true }], joint: hash },
        { is: 'list', ordered: false, items: [[{ text: 'One', href: 'https://example.org/' }]] },
        { is: 'quote', runs: [{ text: 'Good.', strong: true }] },
      ],
      embargo: { until: 1_790_000_100_000, timeZone: 'UTC' },
      correction: null,
      translations: [
        {
          language: 'sw',
          title: 'Mazungumzo',
          body: [],
          by: { is: 'machine', name: 'Browser', version: '1' },
          checkedBy: { name: 'Akinyi Ochieng', office: '' },
        },
      ],
      record: hash,
    },
  },
  {
    is: 'record',
    payload: {
      ...heading,
      kind: RECORD_KIND,
      file: hash,
      head: hash,
      heads: { plan: [1, hash] },
      tips: [hash],
      entries: 12,
      from: 1_790_000_000_000,
      to: 1_790_000_060_000,
    },
  },
  {
    is: 'record-refusal',
    payload: {
      ...heading,
      kind: recordRefusalKind(side),
      side,
      record: hash,
      reason: 'Our note-taker is missing.',
    },
  },
] as const satisfies { is: ReleaseDocument['is']; payload: object }[]

const payloadIn = (signature: ReleaseSignature | string) =>
  typeof signature === 'string' ? signature : signature.payload

test.each(documents)(
  'a $is signed by its own seal, with anything in it altered, is refused as malformed or as of another, or says what it says',
  async ({ is, payload }) => {
    const filed = { call, kind: payload.kind, version: 1, side }
    const read = async (what: unknown) =>
      orCode(async () => {
        const jws = await signJws(
          seal.signingKey,
          'parley-document',
          utf8(JSON.stringify(what) ?? ''),
        )
        return verifyRelease(jws, { filed, seal: seal.publicKey })
      })

    expect(await read(payload)).toMatchObject({ is, payload, signer: side })
    await fc.assert(
      fc.asyncProperty(altered(payload), async (other) => {
        const once = await read(other)
        if (once === 'malformed' || once === 'bad-signature') return
        expect(await read(payloadIn(once))).toMatchObject({ is, payload: payloadIn(once) })
      }),
      { numRuns: 200 },
    )
  },
)

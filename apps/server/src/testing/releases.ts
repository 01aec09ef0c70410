import type { CallId, CompactJws, DocumentKind, Hash } from '@parley/protocol'
import {
  ANNOUNCEMENT_KIND,
  clipKind,
  jointKind,
  readoutKind,
  RECORD_KIND,
  type Block,
  type Party,
  type PayloadOf,
  type ReleaseDocument,
} from '@parley/release'
import { hashOf } from '@parley/seal'
import type { DeskAt } from './people.ts'

/** Of which version a document is. */
type Place = { call: CallId; version?: number; previous?: Hash | null; at?: number }

const AT = Date.UTC(2027, 2, 9, 14)

function heading<K extends DocumentKind>(
  { call, version = 1, previous = null, at = AT }: Place,
  kind: K,
) {
  return { call, kind, version, previous, at }
}

/** That side as the public reads of it. */
export function partyOf({ side, seal }: DeskAt, name: string, flag = ''): Party {
  return { side, name, flag, seal: seal.key }
}

/** A paragraph of those words. */
export function paragraph(text: string, joint?: Hash): Block {
  return { is: 'paragraph', runs: [{ text }], ...(joint && { joint }) }
}

/** That a call is held. */
export function anAnnouncement(
  place: Place,
  sides: Party[],
  says: Partial<PayloadOf<'announcement'>> = {},
): ReleaseDocument {
  const words = { title: 'Upper Tana Water Treaty', start: AT, timeZone: 'Europe/Zurich', sides }
  return {
    is: 'announcement',
    payload: { ...heading(place, ANNOUNCEMENT_KIND), ...words, ...says },
  }
}

/** A side's account. */
export function aReadout(
  place: Place,
  side: Party,
  says: Partial<PayloadOf<'readout'>> = {},
): ReleaseDocument {
  const words = {
    side,
    byline: 'Press service',
    title: 'Talks on the Upper Tana',
    language: 'en',
    body: [paragraph('They spoke of water.')],
    embargo: null,
    correction: null,
    translations: [],
    record: null,
  }
  return {
    is: 'readout',
    payload: { ...heading(place, readoutKind(side.side)), ...words, ...says },
  }
}

/** A clip of those files. */
export function aClip(
  place: Place,
  sides: Party[],
  files: PayloadOf<'clip'>['files'],
  says: Partial<PayloadOf<'clip'>> = {},
): ReleaseDocument {
  const words = {
    part: 1,
    partTitle: 'Opening',
    from: AT,
    to: AT + 60_000,
    title: 'Dry years',
    caption: 'The river in a dry year.',
    language: 'en',
    sides,
    files,
  }
  return { is: 'clip', payload: { ...heading(place, clipKind(1)), ...words, ...says } }
}

/** A line of all sides. */
export function aJointLine(
  place: Place,
  texts: PayloadOf<'joint'>['texts'],
  n = 1,
): ReleaseDocument {
  return { is: 'joint', payload: { ...heading(place, jointKind(n)), texts } }
}

/** Every side's signature of the record. */
export function aRecord(place: Place, says: Partial<PayloadOf<'record'>> = {}): ReleaseDocument {
  const none = 'A'.repeat(43) as Hash
  const chain = { file: none, head: none, heads: {}, tips: [none], entries: 3 }
  const words = { ...chain, from: AT, to: AT + 7_680_000 }
  return { is: 'record', payload: { ...heading(place, RECORD_KIND), ...words, ...says } }
}

/** The signatures of those desks under one text, and its hash. */
export async function signedBy(
  desks: readonly DeskAt[],
  { payload }: ReleaseDocument,
): Promise<{ signatures: CompactJws[]; hash: Hash }> {
  const signatures = await Promise.all(
    desks.map(({ seal }) => seal.sign('parley-document', payload)),
  )
  const [first] = signatures
  if (!first) throw new Error('Nobody signs it')
  return { signatures, hash: await hashOf(first) }
}

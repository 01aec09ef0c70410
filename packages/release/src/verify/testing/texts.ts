import type { CallId, Hash } from '@parley/protocol'
import type { ClipFile } from '../../documents/clip.ts'
import { ANNOUNCEMENT_KIND, clipKind, readoutKind } from '../../documents/kinds.ts'
import type { PayloadOf, ReleaseDocument } from '../../documents/releaseDocument.ts'
import type { TestSide } from './sides.ts'

const AT = 1_790_000_000_000

/** What a version is of, and which one it is. */
type Of = {
  readonly call: CallId
  readonly sides: readonly TestSide[]
  readonly version?: number
  readonly previous?: Hash | null
}

/** A clip of those files. */
export function aClip(
  { call, sides, version = 1, previous = null }: Of,
  files: readonly ClipFile[],
): ReleaseDocument & { is: 'clip' } {
  const payload: PayloadOf<'clip'> = {
    call,
    kind: clipKind(1),
    version,
    previous,
    at: AT,
    part: 1,
    partTitle: 'Opening',
    from: AT,
    to: AT + 60_000,
    title: 'Dry years',
    caption: 'The river in a dry year.',
    language: 'en',
    sides: sides.map(({ party }) => party),
    files: [...files],
  }
  return { is: 'clip', payload }
}

/** A side's account, with a translation of it. */
export function aReadout(
  { call, sides: [side], version = 1, previous = null }: Of,
  text = 'They spoke of water.',
): ReleaseDocument & { is: 'readout' } {
  if (!side) throw new Error('It is nobody’s account')
  const body = [{ is: 'paragraph' as const, runs: [{ text }] }]
  const payload: PayloadOf<'readout'> = {
    call,
    kind: readoutKind(side.party.side),
    version,
    previous,
    at: AT,
    side: side.party,
    byline: 'Press service',
    title: 'Talks on the Upper Tana',
    language: 'en',
    body,
    embargo: null,
    correction: previous === null ? null : 'One figure.',
    translations: [
      {
        language: 'sw',
        title: 'Mazungumzo',
        body,
        by: { is: 'machine', name: 'Tafsiri', version: '2' },
        checkedBy: null,
      },
    ],
    record: null,
  }
  return { is: 'readout', payload }
}

/** That a call is held. */
export function anAnnouncement({ call, sides }: Of): ReleaseDocument & { is: 'announcement' } {
  const payload: PayloadOf<'announcement'> = {
    call,
    kind: ANNOUNCEMENT_KIND,
    version: 1,
    previous: null,
    at: AT,
    title: 'Upper Tana Water Treaty',
    start: AT,
    timeZone: 'Africa/Nairobi',
    sides: sides.map(({ party }) => party),
  }
  return { is: 'announcement', payload }
}

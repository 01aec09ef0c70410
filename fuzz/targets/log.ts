import {
  isWaitingNote,
  openEnvelope,
  readWord,
  sealEnvelope,
  writeWaitingNote,
  writeWord,
  type Word,
} from '@parley/group'
import { PLENARY, type Bytes, type LeafIndex, type TrackNumber } from '@parley/protocol'
import { concat } from '../../packages/seal/src/bytes.ts'
import {
  JoinNote,
  readNote,
  RemovalNote,
  writeNote,
} from '../../packages/group/src/admission/commitNote.ts'
import { toText, utf8 } from '@parley/seal'
import type { Target } from '../target.ts'
import { call, fixedKey, hash, seat, side, text, timeMs } from './given.ts'

/** An entry of a room’s log as the server gives it. */
export async function envelope(): Promise<Target> {
  const to = { key: await fixedKey(), call, room: PLENARY }
  const sealed = await sealEnvelope(to, { kind: 'message', epoch: 1, message: new Uint8Array(3) })
  return {
    seeds: [utf8(sealed)],
    read: async (input) => (await openEnvelope(to, text(input))) !== undefined,
  }
}

/** What a member puts into an envelope. */
export async function opened(): Promise<Target> {
  const key = await fixedKey()
  const iv = new Uint8Array(12)
  const name = 'AES-GCM'
  const additionalData = utf8(JSON.stringify([call, PLENARY]))
  return {
    seeds: [entry(0, 2, 3), entry(1, 2, 3), entry(1, 2, 3, 0), entry(2, 5), entry(3, 1)],
    async read(input) {
      const sealed = await crypto.subtle.encrypt({ name, iv, additionalData }, key, input)
      const whole = toText(concat(iv, new Uint8Array(sealed)))
      return (await openEnvelope({ key, call, room: PLENARY }, whole)) !== undefined
    },
  }
}

/** An entry of that kind, of epoch 0. */
function entry(kind: number, ...parts: number[]): Bytes {
  return new Uint8Array([kind, ...new Uint8Array(8), ...parts.flatMap(partOf)])
}

/** As many zeros, behind their number. */
function partOf(length: number): number[] {
  return [0, 0, 0, length, ...new Uint8Array(length)]
}

/** What whoever waits shows through the media server. */
export async function waitingNote(): Promise<Target> {
  const to = { key: await fixedKey(), call, room: PLENARY }
  const identity = hash
  return {
    seeds: [utf8(await writeWaitingNote(to, identity))],
    read: (input) => isWaitingNote(to, { identity, note: text(input) }),
  }
}

const leaf = (index: number) => index as LeafIndex
const track = 7 as TrackNumber
const language = 'fr'
const microphone: Word[] = [
  { word: 'microphone', n: 4, open: { track, from: 0, into: 'pt-BR' } },
  { word: 'microphone', n: 3, closed: { track, after: 99 } },
]
const words: Word[] = [
  {
    word: 'heartbeat',
    nextMs: 5000,
    heads: {},
    microphone: { n: 2, open: { track, from: 41 } },
    tracks: [{ number: track, kind: 'microphone', name: 'TR_1' }],
    hears: new Set([leaf(0), leaf(9)]),
    sees: new Set(),
    rooms: { [PLENARY]: [3, 'A'.repeat(22)] },
    lineMs: 140,
    listens: { side, language },
    company: [{ name: 'Aita Caviezel', office: '' }],
  },
  ...microphone,
  { word: 'wait' },
  { word: 'text', id: 'm2', text: 'Nur dir', atMs: timeMs, language: 'de', to: seat },
  { word: 'translation', of: { from: seat, id: 'm1' }, language, text: 'Bonjour' },
  { word: 'request', id: 'r1', what: 'slower', of: seat },
  { word: 'hand-over', into: language, to: leaf(2) },
  { word: 'order', id: 'o2', upon: ['p1', 12], order: { set: 'language', to: { side, language } } },
  {
    word: 'display',
    page: 'p1',
    n: 12,
    layout: 'room',
    layouts: ['room', 'delegation'],
    channels: [{ side, language }],
    camera: 'on',
    microphone: 'closed',
    others: 3,
    answers: [{ id: 'o1', with: 'not-now' }],
  },
  {
    word: 'documents',
    documents: [
      { kind: 'plan' as never, version: 1, signatures: [{ side, jws: 'eyJh.eyJi.c2ln' as never }] },
    ],
  },
]

/** What a member says inside MLS. */
export function word(): Target {
  return {
    seeds: words.map(writeWord),
    read(input) {
      const said = readWord(input)
      if (!said) return false
      if (!readWord(writeWord(said)))
        throw new Error('A word that was read is none when it is written')
      return true
    },
  }
}

/** What a committer writes beside a commit. */
export function commitNote(): Target {
  return {
    seeds: [{ proof: ['eyJh.eyJi.c2ln'] as never[] }, { '3': 'silent' as const }].map(
      (note) => writeNote(note) as Bytes,
    ),
    read: (input) =>
      readNote(JoinNote, input) !== undefined || readNote(RemovalNote, input) !== undefined,
  }
}

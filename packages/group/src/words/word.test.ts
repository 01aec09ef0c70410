import { LeafIndex, PLENARY, SeatId, SideId, TrackNumber } from '@parley/protocol'
import * as fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { LeafSet, writeLeafSet } from './leafSet.ts'
import { readWord, writeWord, type Word } from './word.ts'

const leaf = (index: number) => v.parse(LeafIndex, index)
const track = v.parse(TrackNumber, 7)
const seat = v.parse(SeatId, 'A'.repeat(11))
const side = v.parse(SideId, 'A'.repeat(11))
const utf8 = (value: unknown) => new TextEncoder().encode(JSON.stringify(value))

const words: Word[] = [
  {
    word: 'heartbeat',
    nextMs: 5000,
    heads: {},
    microphone: { n: 2, open: { track, from: 41 } },
    tracks: [
      { number: track, kind: 'microphone', name: 'TR_1' },
      { number: v.parse(TrackNumber, 8), kind: 'camera', name: 'TR_2', attested: true },
    ],
    hears: new Set([leaf(0), leaf(9)]),
    sees: new Set(),
    rooms: { [PLENARY]: [3, 'A'.repeat(22)] },
    lineMs: 140,
    listens: { side, language: 'fr' },
    company: [
      { name: 'Aita Caviezel', office: 'Security' },
      { name: 'Gion Derungs', office: '' },
    ],
    part: { move: 3, item: 2, isOpen: false },
    asks: 7,
  },
  { word: 'microphone', n: 4, open: { track, from: 0, into: 'pt-BR' } },
  { word: 'microphone', n: 5, open: { track, from: 7, to: leaf(3) } },
  { word: 'microphone', n: 3, closed: { track, after: 99 } },
  { word: 'microphone', n: 6, open: { track, from: 7, attested: true } },
  { word: 'attested', sealed: [{ track, from: 12, hashes: new Uint8Array(24).fill(7) }] },
  { word: 'attested', sealed: [], soFar: { ids: [7, 4_000_000_000], next: [[track, 36]] } },
  { word: 'how-far', id: 7, of: new Set([leaf(0)]) },
  { word: 'leave' },
  { word: 'wait' },
  { word: 'text', id: 'm1', text: 'Bun di', atMs: 1_790_000_000_000 },
  { word: 'text', id: 'm2', text: 'Nur dir', atMs: 1, language: 'de', to: seat },
  { word: 'translation', of: { from: seat, id: 'm1' }, language: 'fr', text: 'Bonjour' },
  { word: 'typing', id: 'm3', text: '' },
  { word: 'request', id: 'r1', what: 'slower', of: seat },
  { word: 'request-seen', id: 'r1', from: seat },
  { word: 'hand-over', into: 'fr', to: leaf(2) },
  { word: 'hand-over', into: 'fr' },
  {
    word: 'display',
    page: 'p1',
    n: 12,
    layout: 'room',
    layouts: ['room', 'delegation'],
    hears: { side, language: 'fr' },
    channels: [{ side, language: 'fr' }],
    camera: 'on',
    microphone: 'closed',
    speaker: seat,
    part: { item: 2, isOpen: true },
    others: 3,
    answers: [{ id: 'o1', with: 'not-now' }],
  },
  { word: 'order', id: 'o2', upon: ['p1', 12], order: { set: 'language' } },
  { word: 'order', id: 'o3', upon: ['p1', 12], order: { set: 'microphone', to: 'open' } },
]

test.each(words)('a $word is read as it was written', (word) => {
  expect(readWord(writeWord(word))).toEqual(word)
})

test('a set of leaves is read as it was written', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(1023)), (indexes) => {
      const leaves = new Set(indexes.map(leaf))
      expect(v.parse(LeafSet, writeLeafSet(leaves))).toEqual(leaves)
    }),
  )
})

test('a word with a field too many, of an unknown kind, or too long is none', () => {
  expect(readWord(utf8({ word: 'leave', now: true }))).toBe(undefined)
  expect(readWord(utf8({ word: 'muted-by-server' }))).toBe(undefined)
  expect(readWord(utf8({ word: 'text', id: 'm', text: 'x'.repeat(4001), atMs: 1 }))).toBe(undefined)
})

test('a heartbeat may not know its line, and says no way that cannot be', () => {
  const { lineMs, ...unknown } = { ...words[0], lineMs: 60_000 }
  const read = (said: number) =>
    readWord(utf8({ ...JSON.parse(new TextDecoder().decode(writeWord(words[0]!))), lineMs: said }))

  expect(read(lineMs)).toMatchObject({ lineMs })
  expect(readWord(writeWord(unknown as Word))).toEqual(unknown)
  for (const said of [-1, 0.5, 60_001]) expect(read(said)).toBe(undefined)
})

test('no bytes break the reading of a word', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (noise) => {
      expect(readWord(new Uint8Array(noise))).toBe(undefined)
    }),
  )
})

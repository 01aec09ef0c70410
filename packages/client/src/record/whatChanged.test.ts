import { expect, test } from 'vitest'
import { start } from '@parley/testkit/twoInCall'
import type { Call, MicrophoneWord } from '@parley/call'
import { TrackNumber } from '@parley/protocol'
import * as v from 'valibot'
import { NOTHING_RECORDED, recordedOf, whatChanged } from './whatChanged.ts'

const track = v.parse(TrackNumber, 3)
const saying = (microphoneWord: MicrophoneWord): Call => ({ ...start, microphoneWord })
const from = { track, from: 1 }
const changes = (...calls: readonly Call[]) =>
  calls.map((call, place) =>
    whatChanged(
      place === 0 ? NOTHING_RECORDED : recordedOf(calls[place - 1] as Call),
      recordedOf(call),
      5,
    ),
  )

test('a microphone that opens for the floor and closes is said, and what does not change is not', () => {
  const open = saying({ n: 1, open: from })

  expect(changes(start, open, open, saying({ n: 2 }))).toEqual([
    [],
    [{ is: 'microphone', at: 5, isOn: true }],
    [],
    [{ is: 'microphone', at: 5, isOn: false }],
  ])
})

test('an interpreter who goes from one language to another closes the first', () => {
  const into = (language: string, n: number) => saying({ n, open: { ...from, into: language } })

  expect(changes(into('fr', 1), into('sw', 2), saying({ n: 3, open: from }))).toEqual([
    [{ is: 'interpreting', at: 5, isOn: true, into: 'fr' }],
    [
      { is: 'interpreting', at: 5, isOn: false, into: 'fr' },
      { is: 'interpreting', at: 5, isOn: true, into: 'sw' },
    ],
    [
      { is: 'interpreting', at: 5, isOn: false, into: 'sw' },
      { is: 'microphone', at: 5, isOn: true },
    ],
  ])
})

test('what is for one person’s ears alone is in no record (R82)', () => {
  const whispered = saying({ n: 1, open: { ...from, to: 1 as never } })

  expect(changes(whispered)).toEqual([[]])
})

test('who is in the room is said whole, each time it changes', () => {
  const people = [{ name: 'Wanjiru Kamau', office: 'Note-taker' }]
  const declared = { ...start, company: { ...start.company, own: people } }
  const alone = { ...start, company: { ...start.company, own: [] } }

  expect(changes(declared, declared, alone)).toEqual([
    [{ is: 'company', at: 5, people }],
    [],
    [{ is: 'company', at: 5, people: [] }],
  ])
})

test('that a device records an open part is said, and that it does so no longer (R92)', () => {
  const records = { ...start, agenda: { records: 1 } }

  expect(changes(start, records, records, start)).toEqual([
    [],
    [{ is: 'recording', at: 5, isOn: true }],
    [],
    [{ is: 'recording', at: 5, isOn: false }],
  ])
})

import { expect, test } from 'vitest'
import { exportRecord, recordCall } from '../../testing/recordedCall.ts'
import { START } from '../../testing/heldCall.ts'
import { readRecord } from '../readRecord.ts'
import { recordStory } from './recordStory.ts'
import type { Span } from './stays.ts'

const held = await recordCall()
const { file } = await exportRecord(held)
const { entries, papers } = await readRecord(file)
const story = recordStory(entries, papers)
const seconds = (at: number | undefined) => at && (at - START) / 1000

const spans = (all: readonly Span[] = []) => all.map(({ from, to }) => [seconds(from), seconds(to)])

test('it tells who was there from when to when, and how each stay ended', () => {
  const stays = story.people.map(({ name, stays: [stay] }) => [
    name,
    seconds(stay?.from),
    seconds(stay?.to),
    stay?.end,
  ])

  expect(stays).toEqual([
    ['Person 0', 1, 80, 'left'],
    ['Person 1', 3, 70, 'silent'],
    ['Person 0', 2, undefined, 'not-said'],
  ])
})

test('it was held from the first who came in to the last that was heard of anybody', () => {
  expect(story.held).toEqual({ from: START + 1000, to: START + 80_000 })
})

test('it tells when a microphone was open, and who interpreted, until they were gone', () => {
  const [speaker, interpreter] = story.people.map(({ stays: [stay] }) => stay)
  expect(spans(speaker?.microphone)).toEqual([[10, 40]])
  expect(spans(interpreter?.interpreted)).toEqual([[11, 70]])
  expect(interpreter?.interpreted[0]?.into).toBe('fr')
})

test('a part runs from when every side has said so', () => {
  expect(story.parts).toEqual([
    {
      item: 1,
      title: 'Opening',
      from: START + 13_000,
      to: undefined,
      open: { from: START + 13_000, to: undefined },
    },
  ])
})

test('a warning that two screens showed is one, with whom it names', () => {
  const [speaker, interpreter, other] = held.seats.map(({ seat }) => seat)

  expect(story.warnings).toEqual([
    {
      code: 'not-heard',
      about: speaker,
      from: START + 20_000,
      to: START + 21_000,
      shownTo: [other, interpreter],
    },
  ])
})

test('what was proposed and refused is told in its order', () => {
  expect(story.moments.map(({ event }) => event.is)).toEqual([
    'interpreting',
    'proposed',
    'refused',
  ])
})

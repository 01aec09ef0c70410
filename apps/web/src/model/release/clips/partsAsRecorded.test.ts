import { expect, test } from 'vitest'
import { partsAsRecorded } from './partsAsRecorded.ts'

const item = (part: number, open: boolean, minutes = 10) => ({
  part,
  open,
  minutes,
  title: `Item ${part}`,
})
const shown = (parts: ReturnType<typeof partsAsRecorded>) =>
  parts.map(({ part, open, from, to }) => [part, open, from, to])

test('closed parts lie between the open ones that were recorded, as long beside each other as planned', () => {
  const agenda = [item(1, true), item(2, false, 30), item(3, false, 10), item(4, true)]
  const spans = [
    { part: 1, from: 100, to: 200 },
    { part: 1, from: 300, to: 400 },
    { part: 4, from: 800, to: 900 },
  ]

  expect(shown(partsAsRecorded(agenda, spans))).toEqual([
    [1, true, 100, 400],
    [2, false, 400, 700],
    [3, false, 700, 800],
    [4, true, 800, 900],
  ])
})

test('what a recording says of a closed part is not shown as one that may be released', () => {
  const agenda = [item(1, false), item(2, true)]
  const spans = [
    { part: 1, from: 100, to: 200 },
    { part: 2, from: 200, to: 300 },
  ]

  expect(shown(partsAsRecorded(agenda, spans))).toEqual([[2, true, 200, 300]])
  expect(partsAsRecorded(agenda, [])).toEqual([])
})

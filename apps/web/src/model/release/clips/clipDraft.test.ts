import type { SeatId } from '@parley/protocol'
import type { Stretch } from '@parley/release'
import { expect, test } from 'vitest'
import { lackOfDraft, newDraft, stepDraft, type ClipDraft, type DraftEvent } from './clipDraft.ts'

const a = 'a' as SeatId
const b = 'b' as SeatId
const stretches: readonly Stretch[] = [
  { part: 1, title: 'Opening', from: 10_000, to: 610_000 },
  { part: 3, title: 'Close', from: 1_000_000, to: 1_100_000 },
]

function drafted(...events: readonly DraftEvent[]): ClipDraft {
  const draft = newDraft(stretches, { n: 1, people: [a], language: 'en' })
  if (!draft) throw new Error('Something may be released')
  return events.reduce((now, event) => stepDraft(now, event, stretches), draft)
}

test('a new clip is the first minute that may be released, and has to be called something', () => {
  expect(drafted()).toMatchObject({ cut: { part: 1, from: 10_000, to: 70_000 }, sounds: ['floor'] })
  expect(lackOfDraft(drafted())).toBe('no-title')
  expect(lackOfDraft(drafted({ type: 'words-written', field: 'title', text: 'Dry years' }))).toBe(
    undefined,
  )
  expect(newDraft([], { n: 1, people: [a], language: 'en' })).toBe(undefined)
})

test('one or two are in the picture, and some sound', () => {
  const titled = { type: 'words-written', field: 'title', text: 'Dry years' } as const
  const silent = drafted(titled, { type: 'sound-chosen', sound: 'floor', isIn: false })

  expect(drafted({ type: 'people-chosen', people: [b, a] }).people).toEqual([b, a])
  expect(drafted({ type: 'people-chosen', people: [] }).people).toEqual([a])
  expect(lackOfDraft(silent)).toBe('no-sound')
  expect(
    stepDraft(silent, { type: 'sound-chosen', sound: 'into fr x', isIn: true }, stretches).sounds,
  ).toEqual(['into fr x'])
})

test('captions stay with what is said when the beginning is moved, and the still picture stays in the clip', () => {
  const draft = drafted(
    { type: 'caption-added', at: 30_000 },
    {
      type: 'caption-written',
      place: 0,
      caption: { from: 20_000, to: 23_000, text: 'The river.' },
    },
    { type: 'poster-chosen', at: 12_000 },
    { type: 'edge-moved', edge: 'from', to: 25_000 },
  )

  expect(draft.captions).toEqual([{ from: 5000, to: 8000, text: 'The river.' }])
  expect(draft.posterAt).toBe(25_000)
})

test('put into another part, the clip is of that part', () => {
  expect(drafted({ type: 'cut-placed', at: 1_050_000 }).cut).toEqual({
    part: 3,
    from: 1_040_000,
    to: 1_100_000,
  })
  expect(drafted({ type: 'cut-placed', at: 800_000 }).cut).toEqual(drafted().cut)
})

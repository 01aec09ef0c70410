import { expect, test } from 'vitest'
import { reuse } from './callReuse.ts'

test('what says the same is the same', () => {
  const before = { title: 'a', tiles: [{ name: 'x', media: undefined }], by: undefined }

  const now = reuse(before, structuredClone(before))

  expect(now).toBe(before)
})

test('what changed is new, and what is beside it stays', () => {
  const before = { one: { list: [1, 2] }, two: { list: [1, 2] } }

  const now = reuse(before, { one: { list: [1, 2] }, two: { list: [1, 2, 3] } })

  expect(now).toEqual({ one: { list: [1, 2] }, two: { list: [1, 2, 3] } })
  expect(now.one).toBe(before.one)
})

test('a part that is gone is gone', () => {
  expect(reuse({ a: 1, b: undefined }, { a: 1 })).toEqual({ a: 1 })
  expect(Object.keys(reuse({ a: 1, b: undefined }, { a: 1 }))).toEqual(['a'])
  expect(reuse([1, 2], [1])).toEqual([1])
})

test('a track is compared by what it is, never looked into', () => {
  class Track {
    readonly kind = 'video'
  }
  const track = new Track()

  expect(reuse({ track: new Track() }, { track }).track).toBe(track)
})

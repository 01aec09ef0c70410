import { expect, test } from 'vitest'
import { Strain } from './strain.ts'

const LOOK_MS = 200

function machine() {
  const strain = new Strain()
  let nowMs = 0
  let isStrained = false
  /** So many looks, each so late. */
  const looks = (count: number, lateMs: number) => {
    for (let at = 0; at < count; at++) {
      nowMs += LOOK_MS + lateMs
      isStrained = strain.look(lateMs, nowMs)
    }
    return isStrained
  }
  /** For how long it is thought to be strained while nothing is late. */
  const easedForMs = () => {
    const fromMs = nowMs
    while (looks(1, 0));
    return nowMs - fromMs
  }
  return { looks, easedForMs }
}

test('three slow moments within three seconds are no strain', () => {
  const { looks } = machine()

  for (let second = 0; second < 60; second++) {
    expect(looks(1, 300)).toBe(false)
    expect(looks(4, 5)).toBe(false)
  }
})

test('a machine whose looks come late again and again is strained, for half a minute after the last of it', () => {
  const { looks, easedForMs } = machine()

  expect(looks(3, 120)).toBe(false)
  expect(looks(1, 120)).toBe(true)
  expect(looks(20, 120)).toBe(true)

  expect(easedForMs()).toBe(30_000)
})

test('strained anew soon after, it is thought so for twice as long, up to eight minutes', () => {
  const { looks, easedForMs } = machine()

  const eased = Array.from({ length: 6 }, () => {
    looks(4, 120)
    return easedForMs()
  })

  expect(eased).toEqual([30_000, 60_000, 120_000, 240_000, 480_000, 480_000])
})

test('strained anew long after, it begins with half a minute', () => {
  const { looks, easedForMs } = machine()
  looks(4, 120)
  easedForMs()
  looks(4, 120)
  expect(easedForMs()).toBe(60_000)

  looks(600, 0)
  looks(4, 120)

  expect(easedForMs()).toBe(30_000)
})

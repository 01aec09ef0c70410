import { expect, test } from 'vitest'
import { PageWait } from './pageWait.ts'

test('the first wait began when the page did', () => {
  expect(new PageWait().waitedMs(3000)).toBe(3000)
})

test('a wait that one screen hands to the next goes on', () => {
  const wait = new PageWait()
  wait.begin(900)
  wait.end(1500)
  wait.begin(1510)

  expect(wait.waitedMs(2000)).toBe(2000)
})

test('after something to see, one waits anew', () => {
  const wait = new PageWait()
  wait.begin(900)
  wait.end(1500)

  expect(wait.waitedMs(9000)).toBe(0)

  wait.begin(9000)

  expect(wait.waitedMs(9400)).toBe(400)
})

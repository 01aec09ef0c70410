import { expect, test } from 'vitest'
import { readProcesses, stillRunning, treeOf } from './table.ts'

const TEXT = `
    1     0  1000  1 Ss   Tue Nov 24 10:00:00 2026 init
   20     1  2000 7 Sl   Tue Nov 24 11:00:00 2026 npm start
   21    20  3000 7 S    Tue Nov 24 11:00:01 2026 node
   22    21  4000 7 R+   Tue Nov 24 11:00:02 2026 livekit-server
   23    21     0  7 Z    Tue Nov 24 11:00:02 2026 sh
   30     1  5000 7 S    Tue Nov 24 11:00:03 2026 bash
`

test('a tree is a process with all that it started, and those in turn', () => {
  expect(treeOf(20, readProcesses(TEXT)).map(({ pid }) => pid)).toEqual([20, 21, 22])
})

test('a process that got the number of an ended one is not taken for it', () => {
  const before = readProcesses(TEXT)
  const now = readProcesses(TEXT.replace('11:00:02', '11:59:59'))

  expect(stillRunning(treeOf(20, before), now).map(({ pid }) => pid)).toEqual([20, 21])
})

test('what ended, and waits for its parent to ask, does not run', () => {
  expect(readProcesses(TEXT).map(({ pid }) => pid)).not.toContain(23)
})

import { CallId, RoomId } from '@parley/protocol'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { createLog } from './log.ts'

test('ids are short, and the words of an error stay out', () => {
  const lines: string[] = []
  const log = createLog({ write: (line) => void lines.push(line) })

  log.info('Something', { call: v.parse(CallId, 'A'.repeat(22)), room: v.parse(RoomId, 'plenary') })
  log.bug(new Error('somebody said “canary”'))

  expect(lines[0]).toContain('"call":"AAAA…","room":"plenary"')
  expect(lines[1]).toContain('log.test.ts')
  expect(lines.join('')).not.toContain('canary')
})

import type { MediaEvent } from '@parley/call'
import { expect, test } from 'vitest'
import type { Incident } from '../callFacts.ts'
import { stepIncidents } from './incidents.ts'

const said = (...events: readonly MediaEvent[]) =>
  events
    .reduce<readonly Incident[]>((known, event, at) => stepIncidents(known, event, at), [])
    .map((one) => (one.type === 'device-failed' ? `${one.kind} ${one.why}` : one.type))

test('of a device only the newest trouble is said', () => {
  const now = said(
    { type: 'device-failed', kind: 'camera', why: 'in-use' },
    { type: 'device-failed', kind: 'microphone', why: 'ended' },
    { type: 'device-failed', kind: 'camera', why: 'not-found' },
  )

  expect(now).toEqual(['microphone ended', 'camera not-found'])
})

test('what works again is no longer said to fail, and the rest still is', () => {
  const now = said(
    { type: 'device-failed', kind: 'camera', why: 'in-use' },
    { type: 'device-failed', kind: 'microphone', why: 'ended' },
    { type: 'device-works', kind: 'microphone' },
  )

  expect(now).toEqual(['camera in-use'])
})

import type { MediaEvent } from '@parley/call'
import { expect, test } from 'vitest'
import { DeviceTroubles } from './deviceTroubles.ts'

function troubles(): [DeviceTroubles, string[]] {
  const told: string[] = []
  const tell = (event: MediaEvent) =>
    void told.push(event.type === 'device-failed' ? event.why : event.type)
  return [new DeviceTroubles(tell), told]
}

test('a camera that stays busy is told once, however often it is tried', () => {
  const [now, told] = troubles()

  now.fail('camera', 'in-use')
  now.fail('camera', 'in-use')
  now.fail('camera', 'not-found')

  expect(told).toEqual(['in-use', 'not-found'])
})

test('an unplugged microphone that is not found either is no news, and its return is told', () => {
  const [now, told] = troubles()

  now.fail('microphone', 'ended')
  now.fail('microphone', 'not-found')
  now.captured('microphone')
  now.captured('microphone')

  expect(told).toEqual(['ended', 'device-works'])
})

test('a picture that is captured and not sent is still a trouble', () => {
  const [now, told] = troubles()

  now.fail('camera', 'not-sent')
  now.captured('camera')
  expect(told).toEqual(['not-sent'])
  now.sent('camera')

  expect(told).toEqual(['not-sent', 'device-works'])
})

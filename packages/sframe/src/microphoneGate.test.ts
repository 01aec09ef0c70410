import { expect, test } from 'vitest'
import { MicrophoneGate } from './microphoneGate.ts'

function microphone() {
  const told: string[] = []
  return { told, giveWay: () => void told.push('gives way') }
}

test('the gate is open for one microphone at most, and whoever loses it is told (R50)', () => {
  const gate = new MicrophoneGate()
  const [first, second] = [microphone(), microphone()]

  gate.openFor(first)
  gate.openFor(first)
  gate.openFor(second)

  expect([gate.isOpenFor(first), gate.isOpenFor(second)]).toEqual([false, true])
  expect([first.told, second.told]).toEqual([['gives way'], []])
})

test('whoever closes what is open for another closes nothing', () => {
  const gate = new MicrophoneGate()
  const [first, second] = [microphone(), microphone()]
  gate.openFor(first)

  gate.closeFor(second)
  expect(gate.isOpenFor(first)).toBe(true)
  gate.closeFor(first)

  expect([gate.isOpenFor(first), first.told]).toEqual([false, []])
})

test('cleared, it is open for nobody', () => {
  const gate = new MicrophoneGate()
  const only = microphone()
  gate.openFor(only)

  gate.clear()
  gate.clear()

  expect([gate.isOpenFor(only), only.told]).toEqual([false, ['gives way']])
})

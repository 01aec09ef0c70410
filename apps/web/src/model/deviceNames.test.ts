import { expect, test } from 'vitest'
import { namedDevices } from './deviceNames.ts'

test('the numbers of a vendor are no part of a name, other brackets are', () => {
  const named = namedDevices([
    offered('a', 'HD Pro Webcam C920 (046d:082d)'),
    offered('b', 'MacBook Pro Microphone (Built-in)'),
  ])

  expect(named.map(({ label }) => label)).toEqual([
    'HD Pro Webcam C920',
    'MacBook Pro Microphone (Built-in)',
  ])
})

test('the entry for what the system uses says which device that is', () => {
  const [first] = namedDevices([
    offered('default', 'Default - Table microphone (08bb:2902)'),
    offered('a', 'Table microphone (08bb:2902)'),
  ])

  expect(first).toEqual({ id: 'default', label: 'Table microphone', isDefault: true })
})

test('it says so in a browser of another language too, by the group of the device', () => {
  const [first] = namedDevices([
    offered('default', 'Standard – Tischmikrofon', 'table'),
    offered('a', 'Headset', 'head'),
    offered('b', 'Tischmikrofon', 'table'),
  ])

  expect(first?.label).toBe('Tischmikrofon')
})

test('an entry that does not say what it stands for has no name', () => {
  expect(namedDevices([offered('default', 'Default')])[0]?.label).toBe('')
})

test('the second entry of Windows for the same device is left out', () => {
  const named = namedDevices([
    offered('default', 'Default - Headset', 'head'),
    offered('communications', 'Communications - Headset', 'head'),
    offered('a', 'Headset', 'head'),
  ])

  expect(named.map(({ id, label }) => [id, label])).toEqual([
    ['default', 'Headset'],
    ['a', 'Headset'],
  ])
})

test('two devices of one name are told apart', () => {
  const named = namedDevices([
    offered('a', 'Room camera (046d:0825)'),
    offered('b', 'Desk camera'),
    offered('c', 'Room camera (046d:0825)'),
  ])

  expect(named.map(({ label }) => label)).toEqual([
    'Room camera (1)',
    'Desk camera',
    'Room camera (2)',
  ])
})

function offered(deviceId: string, label: string, groupId = '') {
  return { deviceId, label, groupId }
}

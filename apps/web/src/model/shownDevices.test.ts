import { expect, test } from 'vitest'
import { isSpeakerMissing, numberedAnew, shownDevices } from './shownDevices.ts'

const offered = {
  cameras: [device('room'), device('desk')],
  microphones: [device('default'), device('table')],
  speakers: [device('default'), device('wall')],
}
const chosen = { camera: 'default', microphone: 'default', speaker: 'default' }
const nothing = { camera: undefined, microphone: undefined }

test('a camera that the browser chose is shown as the one that is open', () => {
  const shown = shownDevices(offered, chosen, { camera: 'desk', microphone: 'table' })

  expect([shown.camera, shown.microphone]).toEqual(['desk', 'default'])
})

test('what was chosen by hand is shown while it is being opened', () => {
  const shown = shownDevices(offered, { ...chosen, camera: 'room' }, nothing)

  expect(shown.camera).toBe('room')
})

test('a speaker that is gone is shown as what plays instead, and is missing', () => {
  const before = { ...chosen, speaker: 'headset' }

  expect(shownDevices(offered, before, nothing).speaker).toBe('default')
  expect(isSpeakerMissing(offered, before)).toBe(true)
})

test('before a permission no speaker is missing', () => {
  const unnamed = { ...offered, speakers: [] }

  expect(isSpeakerMissing(unnamed, { ...chosen, speaker: 'headset' })).toBe(false)
})

test('one that is there under another number is told by its name, unless two have it or it had none', () => {
  const twins = [named('a', 'Wall'), named('b', 'Wall')]
  const now = { ...offered, microphones: [named('7', 'Table')], speakers: twins }
  const gone = [
    { kind: 'microphone', name: 'Table' },
    { kind: 'speaker', name: 'Wall' },
    { kind: 'camera', name: '' },
  ] as const

  expect(numberedAnew(gone, now)).toEqual([{ kind: 'microphone', id: '7' }])
})

function named(id: string, label: string) {
  return { id, label, isDefault: false }
}

function device(id: string) {
  return { id, label: id, isDefault: id === 'default' }
}

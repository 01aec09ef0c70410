import type { Bytes } from '@parley/protocol'
import { expect, test } from 'vitest'
import { ManualClock } from './testing/manualClock.ts'
import { PageRooms } from './testing/pageRooms.ts'
import { trackOf, words } from './testing/side.ts'

/** Ada's page and Ben's, both in both rooms, each microphone on track 7 of its room. */
async function adaAndBen() {
  const clock = new ManualClock()
  const [ada, ben] = [new PageRooms(clock, 0), new PageRooms(clock, 1)] as const
  for (const room of ['plenary', 'caucus'] as const) {
    ada.begin(room, 7)
    ben.begin(room, 8)
    ben.hears(room, { leaf: 0, track: 7 })
  }
  await clock.move(0)
  return { clock, ada, ben }
}

test('a frame of one room opens in it, and never under the other’s receiver (R50)', async () => {
  const { ada, ben } = await adaAndBen()

  ada.open('caucus', 7)
  const whispered = await ada.seal('caucus')

  expect(await ben.play('plenary', whispered)).toBe('not-authentic')
  expect(await ben.play('caucus', whispered)).toEqual(words())
})

test('opening in one room while a frame of the other is being sealed drops that frame (R50)', async () => {
  const { ada } = await adaAndBen()

  ada.open('plenary', 7)
  const said = await ada.seal('plenary')
  const sealing = ada.seal('plenary')
  ada.open('caucus', 7)

  expect(said).toBeInstanceOf(Uint8Array)
  expect(await sealing).toBe('gate-closed')
  expect(await ada.seal('plenary')).toBe('gate-closed')
  expect(await ada.seal('caucus')).toBeInstanceOf(Uint8Array)
})

test('whose gate was taken is told its last counter, before whoever took it is answered', async () => {
  const { ada } = await adaAndBen()
  const plenary = ada.open('plenary', 7)
  await ada.seal('plenary')
  await ada.seal('plenary')

  const caucus = ada.open('caucus', 7)

  expect(ada.reports.filter(({ type }) => type.startsWith('gate'))).toEqual([
    { room: 'plenary', type: 'gate-opened', ask: plenary, from: 0 },
    { room: 'plenary', type: 'gate-taken', track: 7, after: 1 },
    { room: 'caucus', type: 'gate-opened', ask: caucus, from: 0 },
  ])
})

test('a gate that is closed, or taken and closed, is not closed for whoever has it', async () => {
  const { ada } = await adaAndBen()
  ada.open('plenary', 7)
  ada.open('caucus', 7)

  ada.close('plenary', 7)
  ada.rooms.handle({ room: 'plenary', do: 'forget-epochs' })

  expect(await ada.seal('caucus')).toBeInstanceOf(Uint8Array)
})

test.each(['forget-epochs', 'end-room', 'clear-gate'] as const)(
  'after %s in the room that has the gate it is nobody’s (R31)',
  async (what) => {
    const { clock, ada } = await adaAndBen()
    ada.open('caucus', 7)

    const sealing = ada.seal('caucus')
    ada.rooms.handle({ room: 'caucus', do: what })
    ada.begin('caucus', 7)
    await clock.move(0)

    expect(await sealing).toBeTypeOf('string')
    expect(await ada.seal('caucus')).toBe('gate-closed')
    expect(await ada.seal('plenary')).toBe('gate-closed')
  },
)

test('a sender of one room that is bound in the other carries nothing in either (R33)', async () => {
  const clock = new ManualClock()
  const ada = new PageRooms(clock, 0)
  ada.begin('plenary', 7)
  ada.begin('caucus', 7)
  ada.rooms.handle({ room: 'plenary', do: 'unbind', id: ada.senderOf('plenary') })
  const bound = { id: ada.senderOf('plenary'), track: trackOf(7), isMicrophone: true }
  ada.rooms.handle({ room: 'caucus', do: 'bind-sender', ...bound })
  ada.open('caucus', 7)
  await clock.move(0)

  expect(await ada.seal('plenary')).toBe('unbound')
  ada.open('plenary', 7)
  expect(await ada.seal('plenary')).toBe('unbound')
})

test('a camera and a shared screen go on in both rooms, whoever has the gate', async () => {
  const { clock, ada } = await adaAndBen()
  for (const room of ['plenary', 'caucus'] as const) ada.begin(room, 9, { isMicrophone: false })
  await clock.move(0)

  ada.open('caucus', 7)
  const sealing = ada.seal('plenary')
  ada.open('plenary', 7)

  expect(await sealing).toBeInstanceOf(Uint8Array)
  expect(await ada.seal('caucus')).toBeInstanceOf(Uint8Array)
})

test('holding one room back holds back nothing of the other', async () => {
  const { ada } = await adaAndBen()

  ada.open('caucus', 7)
  ada.rooms.handle({ room: 'plenary', do: 'hold-back', isHeld: true })

  expect(await ada.seal('caucus')).toBeInstanceOf(Uint8Array)
  expect(await ada.seal('plenary')).toBe('held-back')
})

test('a room that has ended plays nothing, and its counts begin anew', async () => {
  const { clock, ada, ben } = await adaAndBen()
  ada.open('caucus', 7)
  const frames = [await ada.seal('caucus'), await ada.seal('caucus')] as const
  await ben.play('caucus', frames[0])
  const engine = ben.rooms.engineOf('caucus')

  ben.rooms.handle({ room: 'caucus', do: 'end-room' })
  const late = engine.open(ben.receiverOf('caucus'), ben.frame(frames[1] as Bytes))
  await clock.move(1000)

  expect(await late).toBe('unbound')
  const counted = ben.reports.filter(({ type }) => type === 'counted')
  expect(counted.map(({ room }) => room)).toEqual(['plenary'])
})

import { expect, test } from 'vitest'
import { callRoster, whoHears } from './callRoster.ts'
import { FACTS, PEOPLE, seat, SIDES } from './callSamples/people.ts'

test('the other side is listed first, held people on top, then the principal, the rest as signed, oneself at the end', () => {
  const people = PEOPLE.map((one) =>
    one.seat === seat(6) ? { ...one, standing: 'not-agreed' as const } : one,
  )

  const roster = callRoster({ ...FACTS, people, isOpen: true })

  expect(
    roster.map(({ side, rows }) => [side.name, rows.map(({ person }) => person.name)]),
  ).toEqual([
    ['Kenya', ['Fatuma Salim', 'Zawadi Kiptalam', 'Josphat Mwendwa', 'Amina Haji Nur']],
    ['Switzerland', ['Mathilde Aeberhard', 'Odile Rochat', 'Livia Spescha', 'Reto Camenzind']],
  ])
})

test('who was never heard is not said to hear you', () => {
  const people = PEOPLE.map((one) =>
    one.seat === seat(1) ? { ...one, presence: 'not-heard' as const } : one,
  )

  const heard = whoHears({ ...FACTS, people })

  expect(heard).toMatchObject({ phase: 'open', hearing: 6, of: 7, not: [{ seat: seat(1) }] })
})

test('with the microphone closed nobody is said to fail to hear', () => {
  const people = PEOPLE.map((one) => ({ ...one, hearsYou: 'no' as const }))
  const closed = { ...FACTS.you, microphone: { phase: 'closed', by: 'holder' } as const }

  expect(whoHears({ ...FACTS, people, you: closed })).toEqual({ phase: 'closed', of: 7 })
  expect(
    callRoster({ ...FACTS, people, isOpen: false })[0]?.rows.map(({ hearing }) => hearing),
  ).toEqual(Array(4).fill('would-hear-you'))
})

test('how long a desk has said nothing of its lists stands under its side (R76)', () => {
  const [own, other] = SIDES.map(({ side }) => side)
  const quietAt = (nowMs: number, ...said: [typeof own, number][]) =>
    callRoster({
      ...FACTS,
      deskSaidAtMs: new Map(said.flatMap(([side, atMs]) => (side ? [[side, atMs]] : []))),
      nowMs,
      isOpen: true,
    }).map(({ deskQuiet }) => deskQuiet)

  expect(quietAt(1_000_000, [own, 1_000_000], [other, 900_000])).toEqual([undefined, undefined])
  expect(quietAt(1_000_000, [own, 1_000_000], [other, 700_000])).toEqual([5, undefined])
  expect(quietAt(1_000_000, [own, 1_000_000])).toEqual(['never', undefined])
})

test('the last one in the room is alone', () => {
  expect(whoHears({ ...FACTS, people: PEOPLE.slice(0, 1) })).toEqual({ phase: 'alone' })
})

test('while nothing is sent nobody is said to hear you', () => {
  expect(whoHears({ ...FACTS, heldBack: { because: 'not-fresh' } })).toEqual({
    phase: 'nothing-sent',
    of: 7,
  })
})

import { expect, test } from 'vitest'
import { FACTS, PEOPLE } from '../callSamples/people.ts'
import { boothsOf, type Booth } from './booths.ts'
import { NO_INTERPRETER_SAID, stepInterpreterSaid } from './interpreterSaid.ts'

test('who interprets is said when that changes, and that nobody does once it lasts 3 s', () => {
  const said = sayings([
    [0, french('Odile Rochat')],
    [1000, french('Odile Rochat')],
    [2000, french('Marc Dubochet')],
    [3000, french(undefined)],
    [5000, french('Marc Dubochet')],
    [6000, french(undefined)],
    [8999, french(undefined)],
    [9000, french(undefined)],
    [12_000, french(undefined)],
  ])

  expect(said).toEqual([
    { type: 'you-hear', language: 'fr', name: 'Odile Rochat' },
    { type: 'interprets', language: 'fr', name: 'Marc Dubochet' },
    { type: 'nobody-interprets', language: 'fr' },
  ])
})

test('what one chooses oneself is not said again, and of the floor nothing is', () => {
  expect(
    sayings(
      [
        [0, undefined],
        [1000, french('Odile Rochat')],
      ],
      true,
    ),
  ).toEqual([])
})

function sayings(states: readonly (readonly [number, Booth | undefined])[], wasChosen = false) {
  let state = NO_INTERPRETER_SAID
  for (const [nowMs, booth] of states)
    state = stepInterpreterSaid(state, { booth, wasChosen, nowMs })
  return state.lately.map(({ saying }) => saying)
}

function french(name: string | undefined): Booth {
  const people = PEOPLE.map((one) =>
    name !== undefined && one.role === 'interpreter'
      ? { ...one, name, into: 'fr', opened: { atMs: 0, order: 1 } }
      : one,
  )
  const [booth] = boothsOf({ ...FACTS, people })
  if (!booth) throw new Error('The samples have a French booth')
  return booth
}

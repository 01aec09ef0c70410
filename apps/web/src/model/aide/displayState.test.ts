import { expect, test } from 'vitest'
import { AGENDA_STATES } from '../../samples/agendaStates.ts'
import { displayState } from './displayState.ts'

function partIn(name: string) {
  const view = AGENDA_STATES.get(name)
  if (!view) throw new Error(`There is no sample ${name}`)
  return displayState(view, undefined).part
}

test('an aide’s console is told at which part the talks are, and whether that is open (R80)', () => {
  expect(partIn('agenda: an open part')).toEqual({ item: 1, isOpen: true })
  expect(partIn('agenda: an open part that one side closed')).toEqual({ item: 1, isOpen: false })
  expect(partIn('agenda: over')).toBe(undefined)
})

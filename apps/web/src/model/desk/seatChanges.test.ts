import { newSeatId, newSideId } from '@parley/client'
import { caucusOf, PLENARY, type SideId } from '@parley/protocol'
import type { Seat } from '@parley/seal'
import { expect, test } from 'vitest'
import type { DelegationView, SeatRow } from './deskView.ts'
import { addedSeats, changedSeats, changedTelephone, withChanges } from './seatChanges.ts'

const person = (name: string) => ({
  name,
  office: '',
  role: 'adviser' as const,
  languages: ['fr'],
})
const livia: Seat = { ...person('Livia'), seat: newSeatId(), rooms: [PLENARY] }
const urs: Seat = { ...person('Urs'), seat: newSeatId(), rooms: [PLENARY] }
const declared = [livia, urs]
const own = newSideId()
const namesOf = (seats: readonly Seat[]) => seats.map(({ name }) => name)

test('many people are added with one change, each with a seat of their own in the plenary', () => {
  const added = addedSeats([person('Odile'), person('Beat')], own)

  const seats = changedSeats(declared, [added])

  expect(namesOf(seats)).toEqual(['Livia', 'Urs', 'Odile', 'Beat'])
  expect(new Set(seats.map(({ seat }) => seat)).size).toBe(4)
  expect(seats.every(({ rooms }) => rooms[0] === PLENARY)).toBe(true)
})

test('who belongs to a side is cleared for its private room, and nobody who is there for others, unless the officer says otherwise', () => {
  const interpreter = { ...person('Odile'), role: 'interpreter' as const }
  const added = addedSeats(
    [
      person('Livia'),
      { ...person('Urs'), isPrivate: false },
      interpreter,
      { ...interpreter, isPrivate: true },
    ],
    own,
  )

  const caucus = caucusOf(own)
  expect(changedSeats([], [added]).map(({ rooms }) => rooms)).toEqual([
    [PLENARY, caucus],
    [PLENARY],
    [PLENARY],
    [PLENARY, caucus],
  ])
})

test('without its last change the list is as it was before', () => {
  const added = addedSeats([person('Odile')], own)
  const removed = { is: 'removed', seat: livia.seat } as const

  expect(namesOf(changedSeats(declared, [added, removed]))).toEqual(['Urs', 'Odile'])
  expect(namesOf(changedSeats(declared, [added]))).toEqual(['Livia', 'Urs', 'Odile'])
  expect(changedSeats(declared, [])).toEqual(declared)
})

test('a change is laid over what another console of the side declared meanwhile', () => {
  const removed = { is: 'removed', seat: livia.seat } as const
  const theirs = [...declared, { ...livia, seat: newSeatId(), name: 'Mathilde' }]

  expect(namesOf(changedSeats(theirs, [removed]))).toEqual(['Urs', 'Mathilde'])
})

test('a seat that is to be taken out stays in sight until that is signed, and one that was never signed goes', () => {
  const rows = declared.map((seat): SeatRow => ({
    ...seat,
    isAgreed: true,
    pass: 'none',
    link: undefined,
    aide: { pass: 'none', link: undefined },
    isHere: false,
    unsigned: undefined,
  }))
  const added = addedSeats([person('Odile'), person('Beat')], own)
  const [odile] = added.is === 'added' ? added.seats : []
  if (!odile) throw new Error('Two were added')
  const changes = [
    added,
    { is: 'removed', seat: livia.seat },
    { is: 'removed', seat: odile.seat },
  ] as const

  const shown = withChanges(delegationOf(rows), changes)

  expect(shown.rows.map(({ name, unsigned }) => [name, unsigned])).toEqual([
    ['Livia', 'removed'],
    ['Urs', undefined],
    ['Beat', 'added'],
  ])
  expect(shown.unsigned).toEqual(changes[2])
})

test('the telephone that was written last is the one that would be signed, and without that change it is as before', () => {
  const changes = [
    { is: 'telephone', number: '117' },
    { is: 'removed', seat: livia.seat },
    { is: 'telephone', number: undefined },
  ] as const

  const taken = [3, 2, 0].map((count) => changedTelephone('118', changes.slice(0, count)))

  expect(taken).toEqual([undefined, '117', '118'])
})

test('a telephone that differs from the declared one is shown as not signed, and changes nobody’s seat', () => {
  const number = '+41 58 462 21 11'
  const change = { is: 'telephone', number } as const

  const shown = withChanges(delegationOf([]), [change])

  expect(shown).toMatchObject({ rows: [], telephone: { number, is: 'unsigned' }, unsigned: change })
  expect(withChanges(delegationOf([]), []).telephone.is).toBe('agreed')
})

function delegationOf(rows: readonly SeatRow[]): DelegationView {
  const side = 'AAAAAAAAAAA' as SideId
  const telephone = { number: undefined, is: 'agreed' } as const
  return {
    side,
    rows,
    telephone,
    awaitsUs: undefined,
    isFirst: true,
    awaitsOthers: false,
    unsigned: undefined,
  }
}

const recorders = (view: DelegationView) =>
  view.rows.filter(({ records }) => records).map(({ name, unsigned }) => [name, unsigned])

test('whose device records is part of the list: it is marked until that is signed, and taken back like all else (R89)', () => {
  const rows = declared.map((seat): SeatRow => ({
    ...seat,
    isAgreed: true,
    pass: 'given',
    link: undefined,
    aide: { pass: 'none', link: undefined },
    isHere: false,
    unsigned: undefined,
  }))
  const delegation: DelegationView = {
    side: own,
    rows,
    telephone: { number: undefined, is: 'agreed' },
    awaitsUs: undefined,
    isFirst: false,
    awaitsOthers: false,
    unsigned: undefined,
  }
  const on = { is: 'records', seat: livia.seat, records: true } as const
  const off = { ...on, records: false } as const

  expect(recorders(withChanges(delegation, []))).toEqual([])
  expect(recorders(withChanges(delegation, [on]))).toEqual([['Livia', 'changed']])
  expect(withChanges(delegation, [on, off]).rows[0]?.unsigned).toBeUndefined()
  expect(changedSeats(declared, [on]).map(({ records }) => records)).toEqual([true, undefined])
  const added = addedSeats([{ ...person('Odile'), records: true }], own)
  expect(changedSeats([], [added])[0]?.records).toBe(true)
})

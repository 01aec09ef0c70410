import { array, assert, constantFrom, property, stringMatching, tuple } from 'fast-check'
import { expect, test } from 'vitest'
import { pastedSeats } from './pastedSeats.ts'
import { personOf, seatProblems } from './seatDraft.ts'

const read = (text: string) => pastedSeats(text, 'fr').drafts
const shown = (text: string) =>
  read(text).map(({ name, office, role, languages }) => [name, office, role, languages.join()])

test('a spreadsheet is read by the heads of its columns, in whatever order and language they are', () => {
  const rows = [
    'Role\tName\tE-mail\tOffice\tLanguages',
    'Principal\tMathilde Aeberhard\tm@example.org\tPresident\tFrench',
    'interpreter\tOdile Rochat\t\tFederal Chancellery\tfr, en',
  ]
  const { drafts, leftOut } = pastedSeats(rows.join('\r\n'), 'de')

  expect(
    drafts.map(({ role, name, office, languages }) => [role, name, office, languages]),
  ).toEqual([
    ['principal', 'Mathilde Aeberhard', 'President', ['fr']],
    ['interpreter', 'Odile Rochat', 'Federal Chancellery', ['fr', 'en']],
  ])
  expect(leftOut).toEqual(['E-mail'])
  expect(
    shown('Prénom\tNom\tFonction\tRôle\tLangue\nOdile\tRochat\tChancellerie\tInterprète\tanglais'),
  ).toEqual([['Odile Rochat', 'Chancellerie', 'interpreter', 'en']])
  expect(shown('ФИО;Должность;Роль;Язык\nИрина Белова;МИД;Переводчица;русский')).toEqual([
    ['Ирина Белова', 'МИД', 'interpreter', 'ru'],
  ])
  expect(shown('الاسم\tالمنصب\tالدور\tاللغة\nأمينة حاجي\tوزارة المياه\tمستشارة\tالعربية')).toEqual([
    ['أمينة حاجي', 'وزارة المياه', 'adviser', 'ar'],
  ])
})

test('a list without heads is read by its words, and the name stands first', () => {
  const text = [
    'Mathilde Aeberhard, President of the Confederation, principal',
    '2. Odile Rochat, interpreter, fr en',
    '• Beat Camenzind, Adviser, Federal Office for the Environment, Bern',
    '',
    'Livia Spescha',
  ]

  expect(shown(text.join('\n'))).toEqual([
    ['Mathilde Aeberhard', 'President of the Confederation', 'principal', 'fr'],
    ['Odile Rochat', '', 'interpreter', 'fr,en'],
    ['Beat Camenzind', 'Federal Office for the Environment, Bern', 'adviser', 'fr'],
    ['Livia Spescha', '', 'adviser', 'fr'],
  ])
})

test('quotes hold a cell together, over its lines too, and one that nothing closes is part of a name', () => {
  expect(shown('"Spescha, Livia";"Registry\nof Treaties"')).toEqual([
    ['Spescha, Livia', 'Registry of Treaties', 'adviser', 'fr'],
  ])
  expect(shown('Ann "the ""Pen""" Lee, Scribe')).toEqual([
    ['Ann "the ""Pen""" Lee', 'Scribe', 'adviser', 'fr'],
  ])
  expect(shown('Livia "Spescha, Registry').map(([name]) => name)).toEqual(['Livia "Spescha'])
})

test('an office in capitals is no language, and a person called like a head is no head', () => {
  expect(shown('Ann Lee, IT')).toEqual([['Ann Lee', '', 'technician', 'fr']])
  expect(shown('Ann Lee, NO')).toEqual([['Ann Lee', 'NO', 'adviser', 'fr']])
  expect(shown('Name, Paul')[0]?.[0]).toBe('Name')
})

test('what is wrong is said of its line: no name, a word that is no role or language, a name twice', () => {
  const drafts = read(
    [
      'Name\tRole\tLanguage',
      '\tadviser\tfr',
      'Urs\tJester\tKlingon',
      'Livia\t\t',
      'LIVIA\t\t',
      `${'x'.repeat(121)}\t\t`,
      'Odile\t\t',
    ].join('\n'),
  )
  const problems = seatProblems(drafts, ['odile'])

  expect(drafts.map(({ key, line }) => [line, problems.get(key)])).toEqual([
    [2, ['no-name']],
    [3, ['unknown-role', 'unknown-language']],
    [4, []],
    [5, ['twice']],
    [6, ['bad-name']],
    [7, ['twice']],
  ])
  expect(drafts[1]).toMatchObject({ roleWord: 'Jester', languageWord: 'Klingon' })
})

test('whoever is corrected can be added, and nobody before', () => {
  const [urs] = read('Name\tRole\nUrs\tJester')
  if (!urs) throw new Error('There is one')
  expect(personOf(urs)).toBeUndefined()

  expect(personOf({ ...urs, role: 'adviser' })).toEqual({
    name: 'Urs',
    office: '',
    role: 'adviser',
    languages: ['fr'],
  })
  expect(personOf({ ...urs, role: 'adviser', name: 'a\u202eb' })).toBeUndefined()
})

test('any names and offices without separators come back as they were, one a line', () => {
  const word = stringMatching(/^[A-Z][a-z]{2,12}x$/)
  const people = array(tuple(word, word), { minLength: 1, maxLength: 20 })
  assert(
    property(people, constantFrom('\t', ';', ','), (rows, between) => {
      const text = rows.map((row) => row.join(between)).join('\n')
      expect(read(text).map(({ name, office }) => [name, office])).toEqual(rows)
    }),
  )
})

import { expect, test } from 'vitest'
import type { CallScreenEvent } from '../callEvent.ts'
import { FACTS, PEOPLE, seat } from '../callSamples/people.ts'
import { messageRows } from '../callMessages.ts'
import { stepTranslating, type Translating } from './translating.ts'

const [, other] = PEOPLE
const you = { ...FACTS.you, role: 'interpreter', languages: ['fr', 'de'] } as const
const earlier = {
  by: { seat: you.seat, name: 'Reto Camenzind' },
  language: 'fr',
  text: 'Annexe 2',
  atMs: 2,
  isChanged: false,
  state: 'sent',
} as const
const message = {
  id: 'a',
  from: { seat: seat(1), name: other?.name ?? '', side: FACTS.sides[1]!.side },
  text: 'Annex 2',
  language: 'en',
  atMs: 1,
  state: 'received',
  translations: [],
} as const

function begin(change: Partial<Parameters<typeof messageRows>[0][number]> = {}): CallScreenEvent {
  const [row] = messageRows([{ ...message, ...change }], { ...FACTS, you })
  if (!row) throw new Error('There is one')
  return { type: 'translating-begun', row }
}

function run(...events: readonly CallScreenEvent[]) {
  let translating: Translating | undefined
  const said: CallScreenEvent[] = []
  for (const event of events) {
    const [next, now] = stepTranslating(translating, event)
    translating = next
    if (now) said.push(now)
  }
  return { translating, said }
}

test('a translation begins empty, in the first language that it may be in (R58)', () => {
  const { translating } = run(begin())

  expect(translating).toMatchObject({ language: 'fr', into: ['fr', 'de'], text: '' })
})

test('whoever has translated it before changes what they wrote (R58)', () => {
  const { translating } = run(begin({ translations: [earlier] }))

  expect(translating?.text).toBe('Annexe 2')
})

test('it is said without the blanks around it, in the language that was chosen (R58)', () => {
  const { translating, said } = run(
    begin(),
    { type: 'translating-into', language: 'de' },
    { type: 'translating-changed', text: ' Anhang 2\n' },
    { type: 'translating-sent' },
  )

  expect(translating).toBeUndefined()
  expect(said).toEqual([
    {
      type: 'translation-written',
      of: { from: seat(1), id: 'a' },
      language: 'de',
      text: 'Anhang 2',
    },
  ])
})

test('one that is empty or given up is not said', () => {
  const empty = run(begin(), { type: 'translating-sent' })
  const givenUp = run(
    begin(),
    { type: 'translating-changed', text: 'Annexe 2' },
    { type: 'translating-given-up' },
    { type: 'translating-sent' },
  )

  expect(empty.translating).toBeDefined()
  expect([...empty.said, ...givenUp.said]).toEqual([])
})

test('a translation of a private message goes to one’s own side, and nowhere else (R54, R58)', () => {
  const whole = begin()
  if (whole.type !== 'translating-begun') throw new Error('It begins one')
  const { said } = run(
    { ...whole, row: { ...whole.row, isPrivate: true } },
    { type: 'translating-changed', text: 'Annexe 2' },
    { type: 'translating-sent' },
  )

  expect(said.map(({ type }) => type)).toEqual(['private-translation-written'])
})

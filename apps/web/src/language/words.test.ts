import { setupI18n, type Messages } from '@lingui/core'
import { expect, test } from 'vitest'
import type { Area } from './catalogues.ts'
import type { Language } from './languages.ts'
import { Words } from './words.ts'

test('only the parts that were needed are loaded, and each once', async () => {
  const { words, asked } = wordsIn('en')

  await words.need('page')
  await words.need('desk')
  await words.need('page')

  expect(asked).toEqual(['en/page', 'en/desk'])
})

test('another language is loaded for the parts that were needed, shown, and kept', async () => {
  const { words, asked, shown, kept, i18n } = wordsIn('en')
  await words.need('page')

  await words.choose('ar')

  expect(asked).toEqual(['en/page', 'ar/page'])
  expect(i18n._('page')).toBe('page in ar')
  expect(shown).toEqual(['en', 'ar'])
  expect(kept).toEqual(['ar'])
})

test('what the browser asks for is not kept as a choice', async () => {
  const { words, kept } = wordsIn('fr')

  await words.need('page')

  expect(kept).toEqual([])
})

test('a part that is needed while another language comes is there in that language', async () => {
  const { words, i18n } = wordsIn('en')
  await words.need('page')

  const chosen = words.choose('ru')
  await Promise.all([words.need('call'), chosen])

  expect(i18n._('call')).toBe('call in ru')
})

test('a part whose language is changed while it comes is there in the new language', async () => {
  const { words, i18n } = wordsIn('en')
  await words.need('page')

  const needed = words.need('call')
  await Promise.all([words.choose('ru'), needed])

  expect(i18n._('call')).toBe('call in ru')
})

test('the last of two choices counts, in whichever order they come', async () => {
  const late = Promise.withResolvers<Messages>()
  const { words, shown, kept } = wordsIn('en', { 'fr/page': late.promise })
  await words.need('page')

  const first = words.choose('fr')
  await words.choose('ar')
  late.resolve({})
  await first

  expect(shown).toEqual(['en', 'ar'])
  expect(kept).toEqual(['ar'])
})

test('the page stays as it is when a language does not come, and can be asked for again', async () => {
  const { words, shown, kept, answers } = wordsIn('en', { 'fr/page': Promise.reject(new Error('offline')) })
  await words.need('page')

  await expect(words.choose('fr')).rejects.toThrow('offline')
  expect(shown).toEqual(['en'])

  delete answers['fr/page']
  await words.choose('fr')
  expect(kept).toEqual(['fr'])
})

test('a part that does not come holds up no other', async () => {
  const { words, i18n } = wordsIn('en', { 'en/seat': Promise.reject(new Error('offline')) })

  const seat = words.need('seat')
  await words.need('page')

  expect(i18n._('page')).toBe('page in en')
  await expect(seat).rejects.toThrow('offline')
})

function wordsIn(language: Language, answers: Partial<Record<`${Language}/${Area}`, Promise<Messages>>> = {}) {
  const i18n = setupI18n()
  const asked: string[] = []
  const shown: Language[] = []
  const kept: Language[] = []
  const words = new Words(
    {
      i18n,
      load: async (of, area) => {
        asked.push(`${of}/${area}`)
        return (await answers[`${of}/${area}`]) ?? { [area]: `${area} in ${of}` }
      },
      show: (now) => void shown.push(now),
      keep: (chosen) => void kept.push(chosen),
    },
    language,
  )
  return { words, i18n, asked, shown, kept, answers }
}

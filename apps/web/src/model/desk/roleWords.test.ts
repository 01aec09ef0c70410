import { Role } from '@parley/seal'
import { expect, test } from 'vitest'
import { roleNamed } from './roleWords.ts'

const CATALOGUES = import.meta.glob<string>('../../language/catalogues/*/desk.po', {
  query: '?raw',
  import: 'default',
  eager: true,
})
const msgidOf = (role: string) => role.charAt(0).toUpperCase() + role.slice(1)

test('every word that this product says for a role is read back as that role, in each of its languages', () => {
  const said = Object.values(CATALOGUES).flatMap((catalogue) =>
    Role.options.flatMap((role) => {
      const entry = new RegExp(`^msgid "${msgidOf(role)}"\\nmsgstr "(.+)"$`, 'm').exec(catalogue)
      return entry?.[1] ? [[entry[1], role] as const] : []
    }),
  )

  expect(said.length).toBeGreaterThanOrEqual(Role.options.length)
  expect(said.map(([word]) => [word, roleNamed(word)])).toEqual(said)
})

test('case, accents and hyphens make no difference, and another word is no role', () => {
  expect(['INTERPRETE', 'note taker', 'Notetaker', 'Ведущий'].map(roleNamed)).toEqual([
    'interpreter',
    'note-taker',
    'note-taker',
    'moderator',
  ])
  expect(roleNamed('Adviser to the President')).toBeUndefined()
})

import { expect, test } from 'vitest'
import { Album } from './album.ts'
import { reach } from './reach.ts'

test('what fails or never ends is kept by its name, and what comes next goes on', async () => {
  const album = new Album({ folder: '/nowhere', filter: '' })

  await reach(album, 'fails', () => Promise.reject(new Error('no such button')))
  await reach(album, 'never ends', () => new Promise(() => undefined), 1)
  await reach(album, 'goes well', () => Promise.resolve())

  expect(album.failures).toEqual(['fails', 'never ends'])
})

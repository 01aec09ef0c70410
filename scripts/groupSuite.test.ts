import { join } from 'node:path'
import { expect, test } from 'vitest'
import { build, type Rolldown } from 'vite'
import { groupSuite } from '../apps/web/groupSuite.ts'

test('a call is loaded with X-Wing, and with no other way to encapsulate a key', async () => {
  const entry = join(import.meta.dirname, '../packages/group/src/index.ts')

  const built = (await build({
    configFile: false,
    logLevel: 'error',
    plugins: [groupSuite()],
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  })) as Rolldown.RolldownOutput[]

  const modules = built
    .flatMap(({ output }) => output.filter((file) => file.type === 'chunk'))
    .flatMap(({ moduleIds }) => moduleIds)
  expect(modules.some((id) => /hybridkem-x-wing\/.*xWing\.js$/.test(id))).toBe(true)
  expect(modules.filter((id) => /@hpke\/core\/.*\/kems\/|dhkem-x448|\/ec\.js$/.test(id))).toEqual(
    [],
  )
})

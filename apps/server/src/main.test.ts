import { once } from 'node:events'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { eachDatabase } from './testing/eachDatabase.ts'
import { firstLine, newFolder, runMain, settingFor } from './testing/mainProcess.ts'

eachDatabase((newDatabase) => {
  test('it prints one link, keeps its create token for the operator, and ends cleanly', async () => {
    const folder = await newFolder()
    const child = runMain({ PARLEY_DATA: folder, ...settingFor(await newDatabase()) })

    const line = await firstLine(child)
    child.kill('SIGTERM')
    const [code] = (await once(child, 'exit')) as [number]

    const token = (await readFile(join(folder, 'create-token'), 'utf8')).trim()
    const { mode } = await stat(join(folder, 'create-token'))
    expect(line).toMatch(new RegExp(`^Parley is at http://localhost:\\d+/#create=${token}\n$`))
    expect(mode & 0o777).toBe(0o600)
    expect(code).toBe(0)
  })
})

test('as a copy it serves the client alone, keeps nothing, and says for which server', async () => {
  const folder = await newFolder()
  await writeFile(join(folder, 'index.html'), '<title>Parley</title>')
  const dataFolder = join(folder, 'data')
  const child = runMain({
    PARLEY_COPY_OF: 'https://parley.example',
    PARLEY_WEB: folder,
    PARLEY_DATA: dataFolder,
  })

  const line = await firstLine(child)
  child.kill('SIGTERM')
  const [code] = (await once(child, 'exit')) as [number]

  expect(line).toMatch(/^The client for https:\/\/parley\.example is at http:\/\/localhost:\d+\n$/)
  expect(code).toBe(0)
  await expect(stat(dataFolder)).rejects.toThrow('ENOENT')
})

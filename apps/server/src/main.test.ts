import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFile, stat, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { firstLine, newFolder, runMain } from './testing/mainProcess.ts'

async function ending(child: ChildProcess): Promise<{ code: number; said: string }> {
  const said = child.stderr ? text(child.stderr) : ''
  const [code] = (await once(child, 'exit')) as [number]
  return { code, said: await said }
}

test('it prints one link, keeps its create token for the operator, and ends cleanly', async () => {
  const folder = await newFolder()
  const child = runMain({ PARLEY_DATA: folder })

  const line = await firstLine(child)
  child.kill('SIGTERM')
  const { code } = await ending(child)

  const token = (await readFile(join(folder, 'create-token'), 'utf8')).trim()
  const { mode } = await stat(join(folder, 'create-token'))
  expect(line).toMatch(new RegExp(`^Parley is at http://localhost:\\d+/#create=${token}\n$`))
  expect(mode & 0o777).toBe(0o600)
  expect(code).toBe(0)
})

test('a taken port is told in one sentence', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address ? String(address.port) : ''

  const child = runMain({ PARLEY_DATA: await newFolder(), PARLEY_PORT: port })
  const { code, said } = await ending(child)
  server.close()

  expect(code).toBe(1)
  expect(lastLine(said)).toBe(
    `Port ${port} is taken: end what listens there, or set PARLEY_PORT to another.`,
  )
})

test('a data folder that cannot be written is told in one sentence', async () => {
  const file = join(await newFolder(), 'a file')
  await writeFile(file, '')

  const { code, said } = await ending(runMain({ PARLEY_DATA: `${file}/data` }))

  expect(code).toBe(1)
  expect(lastLine(said)).toBe(
    `The data folder ${file}/data cannot be written: make it writable, or set PARLEY_DATA to another.`,
  )
})

test('what is wrong in the environment is told in one sentence', async () => {
  const { code, said } = await ending(runMain({ PARLEY_NODE_IP: 'not an address' }))

  expect(code).toBe(1)
  expect(lastLine(said)).toBe('Missing or malformed in the environment: PARLEY_NODE_IP')
})

function lastLine(said: string): string {
  return said.trimEnd().split('\n').at(-1) ?? ''
}

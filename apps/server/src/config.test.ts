import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readConfig } from './config.ts'

test('what is wrong in the environment is named, and no value is printed', () => {
  const environment = { PARLEY_PORT: '99999', PARLEY_CREATE_TOKEN: 'too short', DATABASE_URL: 'x' }

  expect(() => readConfig(environment)).toThrow(
    /^Missing or malformed in the environment: PARLEY_PORT, PARLEY_CREATE_TOKEN, DATABASE_URL$/,
  )
})

test('all has a default', () => {
  const { port, host, database, media, createToken } = readConfig({ PARLEY_DATA: '/data' })

  expect({ port, host, createToken }).toEqual({
    port: 8080,
    host: '127.0.0.1',
    createToken: 'kept',
  })
  expect(database).toEqual({ is: 'sqlite', file: '/data/parley.sqlite' })
  expect(media).toMatchObject({ is: 'child', nodeIp: '127.0.0.1', udpPort: 7882, tcpPort: 7881 })
})

test('secrets do not print', () => {
  const config = readConfig({
    PARLEY_CREATE_TOKEN: 'a-create-token-that-is-long',
    LIVEKIT_URL: 'wss://media.example',
    LIVEKIT_API_KEY: 'key',
    LIVEKIT_API_SECRET: 'a secret that is long enough',
  })

  expect(JSON.stringify(config)).not.toMatch(/long/)
  expect(config.media).toMatchObject({ is: 'external', url: 'wss://media.example' })
})

test('a media server elsewhere needs its key and secret', () => {
  expect(() => readConfig({ LIVEKIT_URL: 'wss://media.example' })).toThrow(/LIVEKIT_API_KEY/)
})

test('a create token that its link could not carry is refused', () => {
  expect(() => readConfig({ PARLEY_CREATE_TOKEN: 'sixteen letters/and a blank' })).toThrow(
    /PARLEY_CREATE_TOKEN$/,
  )
})

test('the table of settings names each variable that the server reads, and no other', () => {
  expect(namesInTable().toSorted()).toEqual([...namesRead()].toSorted())
})

function namesInTable(): string[] {
  const operations = readFileSync(new URL('../../../docs/operations.md', import.meta.url), 'utf8')
  const [, rows = ''] = /^\| variable \|.*\n\|.*\n((?:\|.*\n)+)/m.exec(operations) ?? []
  const names = rows.split('\n').map((row) => row.split('|')[1] ?? '')
  return names.flatMap((cell) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name ?? ''))
}

function namesRead(): Set<string> {
  const names = new Set<string>()
  const has = (_: object, name: string | symbol) => {
    names.add(String(name))
    return false
  }
  readConfig(new Proxy({}, { has }))
  return names
}

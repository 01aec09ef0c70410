import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { CLIENT_FILES, readClientFiles } from '@parley/protocol'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { buildInto } from '../apps/cli/src/client/buildClient.ts'
import { builtWeb } from './setup/builds.mjs'

const root = join(import.meta.dirname, '..')
/** On the same disk, so that the packages need no copy. */
const elsewhere = fs.mkdtempSync(join(root, '.cache/an other place-'))
const [made, there] = ['here', 'there'].map((name) =>
  fs.mkdtempSync(join(tmpdir(), `parley-${name}-`)),
) as [string, string]
/** What is served from here, if that is built from the sources as they are. */
const here = builtWeb() ?? made

/** Another time zone, another language, and one thread where several raced. */
const OTHERWISE = {
  TZ: 'Pacific/Kiritimati',
  LC_ALL: 'tr_TR.UTF-8',
  LANG: 'tr_TR.UTF-8',
  RAYON_NUM_THREADS: '1',
  UV_THREADPOOL_SIZE: '1',
}
const SOURCES = ['apps', 'packages', 'package.json', 'tsconfig.base.json']
const MADE = new Set(['node_modules', 'dist', '.tsc', '.cache', 'test-results'])

/** Two builds, and a folder with a link to each file of the packages. */
const BUILDS_MS = 300_000

beforeAll(async () => {
  for (const name of SOURCES) copy(join(root, name), join(elsewhere, name))
  for (const owner of ['', ...fs.globSync('{apps,packages}/*', { cwd: root })])
    if (fs.existsSync(join(root, owner, 'node_modules')))
      linkAll(join(root, owner, 'node_modules'), join(elsewhere, owner, 'node_modules'))
  if (here === made) await buildInto(made)
  await buildInto(there, { root: elsewhere, env: OTHERWISE })
}, BUILDS_MS)
afterAll(() => {
  for (const folder of [made, there, elsewhere]) fs.rmSync(folder, { recursive: true, force: true })
})

test('two builds of the client in two folders, at two times, are the same to the byte (R69)', () => {
  const [one, other] = [hashesIn(here), hashesIn(there)]

  expect(one.size).toBeGreaterThan(300)
  expect([...other]).toEqual([...one])
})

test('the list of a build names every file of it but those that are packed, and no other (R69)', () => {
  const listed = readClientFiles(fs.readFileSync(join(here, CLIENT_FILES), 'utf8'))
  const files = [...hashesIn(here)].filter(
    ([path]) => path !== CLIENT_FILES && !path.endsWith('.br'),
  )

  expect([...listed]).toEqual(files)
})

test('every script and style that the page names is bound to its hash (R70)', () => {
  const page = fs.readFileSync(join(here, 'index.html'), 'utf8')
  const tags = page.match(/<(?:script|link rel="(?:modulepreload|stylesheet)")[^>]*>/g) ?? []
  const bound = tags.map((tag) => {
    const [, path = ''] = /(?:src|href)="([^"]+)"/.exec(tag) ?? []
    const hash = createHash('sha256')
      .update(fs.readFileSync(join(here, path)))
      .digest('base64')
    return tag.includes(`integrity="sha256-${hash}"`)
  })

  expect(bound.length).toBeGreaterThan(4)
  expect(bound).not.toContain(false)
})

/** The hash of each file, by its path, in order. */
function hashesIn(folder: string): Map<string, string> {
  const entries = fs.readdirSync(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
  const named = paths.map((path) => [relative(folder, path), path] as const)
  const sorted = named.toSorted(([one], [other]) => (one < other ? -1 : 1))
  return new Map(
    sorted.map(([name, path]) => [
      name,
      createHash('sha256').update(fs.readFileSync(path)).digest('hex'),
    ]),
  )
}

/** Sources, under the times of now. */
function copy(from: string, to: string): void {
  fs.cpSync(from, to, {
    recursive: true,
    filter: (path) => !MADE.has(path.slice(path.lastIndexOf('/') + 1)),
  })
}

/** The packages as they are here, with links to workspaces that lead to the sources there. */
function linkAll(from: string, to: string): void {
  fs.mkdirSync(to)
  for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
    const [path, at] = [join(from, entry.name), join(to, entry.name)]
    if (entry.name === '.vite') continue
    if (entry.isSymbolicLink()) fs.symlinkSync(fs.readlinkSync(path), at)
    else if (entry.isDirectory()) linkAll(path, at)
    else fs.linkSync(path, at)
  }
}

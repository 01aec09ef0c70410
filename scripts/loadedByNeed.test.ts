import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { build, loadConfigFromFile, type PluginOption, type Rolldown } from 'vite'
import { COMPILE_AHEAD } from '../apps/web/compileAhead.ts'
import { CALL, CHECKS, PAGE, SEAT } from '../apps/web/loadedWhen.ts'
import { LANGUAGES } from '../apps/web/src/language/languages.ts'

const web = join(import.meta.dirname, '../apps/web')

const OF_CALLS = /livekit-client|ts-mls|packages\/client\/src\/room\/|screens\/call\/CallScreen/
/** A page that a desk handed its seat to tells that desk, and knows no more of desks. */
const OF_DESKS =
  /packages\/client\/src\/desk\/(?!handedDesk)|packages\/seal\/src\/(parts|statements\/(desk|entry))|src\/screens\/(desk|release)\//
const BY_NEED =
  /src\/screens\/(agenda|aide|booth|client|messages|notices|private|recording|second)\/|dialogs\/(AskedFor|Beside|CallCode|Company|Devices|Notices|TurnedAway|Unfit)Dialog/

let chunks: ReadonlyMap<string, Rolldown.OutputChunk>
let others: readonly Rolldown.OutputAsset[]

beforeAll(async () => {
  const env = { command: 'build', mode: 'production' } as const
  const found = await loadConfigFromFile(env, join(web, 'vite.config.ts'))
  const built = (await build({
    ...found?.config,
    configFile: false,
    logLevel: 'error',
    plugins: (found?.config.plugins ?? []).filter((plugin) => nameOf(plugin) !== 'precompress'),
    build: { ...found?.config.build, write: false },
  })) as Rolldown.RolldownOutput
  chunks = new Map(
    built.output.flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])),
  )
  others = built.output.filter((file) => file.type === 'asset')
}, 120_000)

test('the first page of a seat has nothing of the call, and nothing of the desk', () => {
  const first = modulesBehind([...PAGE, ...SEAT])

  expect(first.filter((id) => /screens\/green-room\/GreenRoomScreen/.test(id))).toHaveLength(1)
  expect(first.filter((id) => OF_CALLS.test(id))).toEqual([])
  expect(first.filter((id) => OF_DESKS.test(id))).toEqual([])
  expect(first.filter((id) => BY_NEED.test(id))).toEqual([])
})

test('a call has nothing of the desk, and nothing that can wait until the others are seen', () => {
  const call = modulesBehind([...PAGE, ...SEAT, ...CALL])

  expect(call.filter((id) => /livekit-client\/src\/room\/Room\.ts/.test(id))).toHaveLength(1)
  expect(call.filter((id) => OF_DESKS.test(id))).toEqual([])
  expect(call.filter((id) => BY_NEED.test(id))).toEqual([])
})

test('what comes behind the green room is compiled before the press, and the first page is not', () => {
  const first = filesBehind([...PAGE, ...SEAT])
  const behind = filesBehind([...CALL, ...CHECKS]).filter((file) => !first.includes(file))
  const ahead = [...chunks.values()].filter(({ code }) => code.startsWith(COMPILE_AHEAD))

  expect(behind.length).toBeGreaterThan(8)
  expect(ahead.map(({ fileName }) => fileName).toSorted()).toEqual(behind.toSorted())
})

test('what a seat begins with is asked for by the first script, which comes with the page', () => {
  const page = filesBehind(PAGE)
  const seat = filesBehind([...PAGE, ...SEAT]).filter((file) => !page.includes(file))
  const head = others.find(({ fileName }) => fileName === 'head.js')?.source.toString() ?? ''
  const asked = [...head.matchAll(/assets\/[\w.-]+/g)].map(([file]) => file)
  const words = asked.filter((file) => /\/words-/.test(file))

  expect(asked.filter((file) => file.endsWith('.js') && !words.includes(file)).toSorted()).toEqual(
    seat.toSorted(),
  )
  expect(asked.filter((file) => file.endsWith('.css'))).toHaveLength(1)
  for (const language of Object.keys(LANGUAGES))
    expect(words.filter((file) => file.includes(`/words-${language}-`))).toHaveLength(2)
  expect(asked.filter((file) => !chunks.has(file) && !others.some(isNamed(file)))).toEqual([])
})

test('the worker of frames is compiled as it comes, too', () => {
  const workers = others.filter(({ fileName }) => /\/worker-\w+/.test(fileName))

  expect(workers.map(({ source }) => source.toString().startsWith(COMPILE_AHEAD))).toEqual([true])
})

/** All that comes with the files in which those are, as the browser imports them. */
function modulesBehind(entries: readonly string[]): readonly string[] {
  return filesBehind(entries).flatMap((file) => chunks.get(file)?.moduleIds ?? [])
}

function filesBehind(entries: readonly string[]): readonly string[] {
  const entered = [...chunks.values()].filter(({ facadeModuleId }) =>
    entries.some((entry) => facadeModuleId === join(web, entry)),
  )
  expect(entered).toHaveLength(entries.length)
  const files = new Set(entered.map(({ fileName }) => fileName))
  for (const file of files) for (const next of chunks.get(file)?.imports ?? []) files.add(next)
  return [...files]
}

function isNamed(file: string): (other: Rolldown.OutputAsset) => boolean {
  return ({ fileName }) => fileName === file
}

function nameOf(plugin: PluginOption): string | undefined {
  return plugin && 'name' in plugin ? plugin.name : undefined
}

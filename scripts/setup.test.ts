import { once } from 'node:events'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isRunning } from './testing/processes.ts'
import { endingOf, Project } from './testing/project.ts'

const WITHOUT_GO = /^Go is needed once to build the media server .* and is not installed: /
/** Like a build, it has children, and something half-made lies in its folder. */
const LONG_BUILD = `
  echo half > "$GOBIN/server"
  /bin/sleep 1000 &
  echo "$$ $!" > "$GO_RUNS"
  wait`
/** Like npm, it removes what was installed and then begins anew. */
const LONG_INSTALLATION = `
  import { mkdirSync, writeFileSync } from 'node:fs'
  mkdirSync('node_modules/half', { recursive: true })
  writeFileSync(process.env.NPM_RUNS, process.pid + '\\n')
  setInterval(() => {}, 1000)`

test.each(['start', 'test'] as const)(
  'without Go, `npm %s` says in one sentence how to get the media server',
  async (command) => {
    const { code, lines } = await new Project().withPackages().run(command)

    expect(code).toBe(1)
    expect(lines).toEqual([expect.stringMatching(WITHOUT_GO)])
  },
)

test.each(['start', 'test'] as const)(
  'on a full disk, `npm %s` says so in one sentence, whatever its tools print',
  async (command) => {
    const project = new Project().withNpm(
      "import fs from 'node:fs'; fs.writeFileSync('/dev/full', 'x')",
    )

    const { code, lines } = await project.run(command)

    expect(code).toBe(1)
    expect(lines).toEqual(['The disk is full: make room, then run the command again.'])
  },
)

test.each(['start', 'test'] as const)(
  'in a folder that it may not write to, `npm %s` says so in one sentence',
  async (command) => {
    const { code, lines } = await new Project().readOnly().run(command)

    expect(code).toBe(1)
    expect(lines).toEqual([
      'This folder may not be written to by you: change its owner or move the project.',
    ])
  },
)

test('a taken port is told in one sentence before anything is set up', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await once(other, 'listening')
  const address = other.address()
  const port = typeof address === 'object' && address ? address.port : 0

  const { code, lines } = await new Project().with({ PARLEY_PORT: String(port) }).run('start')
  other.close()

  expect(code).toBe(1)
  expect(lines).toEqual([
    `Port ${port} is taken: stop what uses it, or choose another: PARLEY_PORT=${port + 1} npm start`,
  ])
})

test.each(['abc', '99999'])('the port "%s" is told in one sentence', async (port) => {
  const { code, lines } = await new Project().with({ PARLEY_PORT: port }).run('start')

  expect(code).toBe(1)
  expect(lines).toEqual(['PARLEY_PORT is to be a number from 0 to 65535.'])
})

test('a tool that fails for reasons of its own is quoted, and the project not blamed', async () => {
  const project = new Project()
    .withPackages()
    .withTool('go', 'echo "mkdir /root/go: permission denied" >&2; exit 1')

  const { lines } = await project.run('start')

  expect(lines[0]).toBe('mkdir /root/go: permission denied')
  expect(lines[1]).toMatch(/go failed with 1\.$/)
})

test('a library that a tool cannot be loaded without is named in one sentence, with its package', async () => {
  const words =
    'error while loading shared libraries: libatomic.so.1: cannot open shared object file'
  const project = new Project()
    .withPackages()
    .withTool('go', `echo "$0: ${words}: No such file or directory" >&2; exit 127`)

  const { lines } = await project.run('start')

  expect(lines).toEqual([
    "The library libatomic.so.1 is missing: install it (Debian's package is libatomic1), then run the command again.",
  ])
})

test('Ctrl-C while the media server is built leaves no process and nothing half-made', async () => {
  const project = new Project().withPackages().withTool('go', LONG_BUILD)
  const pids = join(project.folder, 'pids')
  const child = project.with({ GO_RUNS: pids }).start('start')
  const building = (await written(pids)).split(' ').map(Number)

  child.kill('SIGINT')
  child.kill('SIGINT')
  const { code, lines } = await endingOf(child)

  expect([code, lines]).toEqual([130, []])
  expect(building.filter((pid) => isRunning(pid))).toEqual([])
  expect(readdirSync(join(project.folder, '.cache'))).toEqual([])
})

test('Ctrl-C while packages are installed leaves no process and no half of them', async () => {
  const project = new Project().withNpm(LONG_INSTALLATION)
  const pid = join(project.folder, 'pid')
  const child = project.with({ NPM_RUNS: pid }).start('test')
  const installing = Number(await written(pid))

  child.kill('SIGINT')
  const { code, lines } = await endingOf(child)

  expect([code, lines]).toEqual([130, []])
  expect(isRunning(installing)).toBe(false)
  expect(existsSync(join(project.folder, 'node_modules'))).toBe(false)
})

test('what a set-up that was killed left half-made goes with the next one', async () => {
  const project = new Project().withPackages().withTool('go', LONG_BUILD)
  const pids = join(project.folder, 'pids')
  const killed = project.with({ GO_RUNS: pids }).start('start')
  await written(pids)
  killed.kill('SIGKILL')
  await endingOf(killed)
  expect(readdirSync(join(project.folder, '.cache'))).toHaveLength(1)

  await project.withTool('go', 'exit 1').run('start')

  expect(readdirSync(join(project.folder, '.cache'))).toEqual([])
})

/** What a tool has written there, once it has. */
async function written(path: string): Promise<string> {
  const read = () => (existsSync(path) ? readFileSync(path, 'utf8') : '')
  await expect.poll(read, { timeout: 20_000 }).toMatch(/\n$/)
  return read()
}

import { spawn, type ChildProcess } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '../..')
/** Somebody to whom the mode of a folder applies, as it does not to root. */
const NOBODY = { uid: 65_534, gid: 65_534 }

/** The scripts of the two commands. */
export type Command = 'start' | 'test'
export type Ending = { code: number; lines: string[] }

/** The two commands in a folder of their own, and on the path nothing but the tools that a test puts there. */
export class Project {
  readonly folder = fs.mkdtempSync(join(tmpdir(), 'parley-setup-'))
  readonly #tools = join(this.folder, 'tools')
  #environment: Record<string, string> = { PATH: this.#tools, PARLEY_PORT: '0' }
  #asWhom: { node: string; uid?: number; gid?: number } = { node: process.execPath }

  constructor() {
    onTestFinished(() => fs.rmSync(this.folder, { recursive: true, force: true }))
    for (const name of ['scripts', 'attacks/list.mjs', 'package.json', 'package-lock.json'])
      fs.cpSync(join(root, name), join(this.folder, name), { recursive: true })
    fs.mkdirSync(this.#tools)
  }

  with(environment: Record<string, string>): this {
    Object.assign(this.#environment, environment)
    return this
  }

  /** Leaves what an installation of the packages leaves. */
  withPackages(): this {
    const lock = fs.readFileSync(join(this.folder, 'package-lock.json'))
    const modules = join(this.folder, 'node_modules')
    fs.mkdirSync(modules)
    fs.writeFileSync(join(modules, '.package-lock.json'), '{}')
    const stamp = createHash('sha256').update(lock).digest('hex')
    fs.writeFileSync(join(modules, '.parley-lock'), stamp)
    return this
  }

  /** Puts a shell script of that name on the path. */
  withTool(name: string, script: string): this {
    fs.writeFileSync(join(this.#tools, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 })
    return this
  }

  /** Runs this instead of npm. */
  withNpm(script: string): this {
    const path = join(this.#tools, 'npm.js')
    fs.writeFileSync(path, script)
    return this.with({ npm_execpath: path })
  }

  /** Takes from everybody the right to write, and from whoever runs it the right to do so all the same. */
  readOnly(): this {
    if (process.getuid?.() === 0) {
      const node = join(this.#tools, 'node')
      fs.copyFileSync(process.execPath, node, fs.constants.COPYFILE_FICLONE)
      this.#asWhom = { node, ...NOBODY }
    }
    fs.chmodSync(this.folder, 0o555)
    return this
  }

  start(command: Command): ChildProcess {
    const { node, ...user } = this.#asWhom
    return spawn(node, [join(this.folder, 'scripts', `${command}.mjs`)], {
      cwd: this.folder,
      env: this.#environment,
      ...user,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
  }

  /** Runs it to its end: its exit code, and each line of its errors. */
  async run(command: Command): Promise<Ending> {
    return await endingOf(this.start(command))
  }
}

/** How it ended, and what it said of that. */
export async function endingOf(child: ChildProcess): Promise<Ending> {
  child.stdout?.resume()
  const said = child.stderr ? text(child.stderr) : ''
  const [code] = (await once(child, 'exit')) as [number]
  return { code, lines: (await said).split('\n').filter((line) => line !== '') }
}

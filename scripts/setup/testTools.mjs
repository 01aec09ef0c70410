import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { findPython, provideC2pa } from './c2pa.mjs'
import { Failure } from './failure.mjs'
import { findOnPath, isExecutable } from './find.mjs'
import { step } from './step.mjs'
import { runTool } from './tool.mjs'

const DEBIAN_POSTGRES = '/usr/lib/postgresql'

/** Chromium without its windows: the same pages, sealed frames and sound, and a start that takes a seventh of the processor. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell']
/** Whole ones, which serve where there is no other. */
const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome']

/** What the tests need of the system, how it is found, and the Debian package that brings it. */
const NEEDS = [
  { name: 'Chromium', package: 'chromium-headless-shell', find: findChromium },
  { name: 'ffmpeg', package: 'ffmpeg', find: () => findOnPath(['ffmpeg']) },
  { name: 'espeak-ng', package: 'espeak-ng', find: () => findOnPath(['espeak-ng']) },
  { name: 'PostgreSQL', package: 'postgresql', find: findPostgres },
  { name: 'Python with pip', package: 'python3-pip', find: findPython },
]

/**
 * Finds what only the tests need, or installs it.
 * @returns {Promise<NodeJS.ProcessEnv>} The variables by which the tests find it.
 */
export async function provideTestTools() {
  const missing = NEEDS.filter((need) => need.find() === undefined)
  if (missing.length > 0) await install(missing)
  return { PARLEY_CHROMIUM: findChromium(), PARLEY_C2PA: await provideC2pa() }
}

function findChromium() {
  const given = process.env['PARLEY_CHROMIUM']
  if (given && !isExecutable(given)) {
    throw new Failure(`PARLEY_CHROMIUM names ${given}, which is not a program that can be run.`)
  }
  return given || findOnPath([...SHELLS, ...BROWSERS])
}

/** The folder with PostgreSQL's binaries: the newest that Debian has, else that of the path. */
function findPostgres() {
  const versions = existsSync(DEBIAN_POSTGRES) ? readdirSync(DEBIAN_POSTGRES) : []
  const folders = versions
    .toSorted((a, b) => Number(b) - Number(a))
    .map((version) => join(DEBIAN_POSTGRES, version, 'bin'))
  const found = folders.find((folder) => isExecutable(join(folder, 'initdb')))
  return found ?? findOnPath(['initdb'])?.replace(/\/initdb$/, '')
}

/** @param {{ name: string, package: string }[]} missing */
async function install(missing) {
  const names = missing.map((need) => need.name).join(', ')
  const packages = missing.map((need) => need.package)
  const apt = findOnPath(['apt-get'])
  if (apt === undefined || process.getuid?.() !== 0) {
    throw new Failure(
      `The tests need ${names}: install ${packages.join(' ')} with your package manager` +
        `${apt === undefined ? '' : ` (sudo apt-get install ${packages.join(' ')})`}.`,
    )
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  await step(`Installing ${names} for the tests`, async () => {
    await runTool(apt, ['update', '-q'], { env })
    await runTool(apt, ['install', '-y', '-q', '--no-install-recommends', ...packages], { env })
  })
}

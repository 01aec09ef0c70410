import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { Album } from './album.ts'
import { photographCallStates } from './callStates.ts'
import { indexPage } from './indexPage.ts'
import { progress } from './progress.ts'
import { photographScreens } from './screens.ts'

const OPTIONS = { to: { type: 'string', default: 'gallery' } } as const

/** `FILTER` keeps the screens whose name contains it, or one of its parts between commas; `--to` names the folder, as seen from the project's. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ options: OPTIONS, allowPositionals: true })
  const album = new Album({ folder: resolve(values.to), filter: positionals.join(' ') })
  await mkdir(album.folder, { recursive: true })
  await photographScreens(album)
  await photographCallStates(album)

  const index = join(album.folder, 'index.html')
  await writeFile(index, indexPage(album.rows))
  process.stdout.write(`${index}\n`)
  const { failures, notReached, rows } = album
  if (notReached.length > 0) progress(`Not reached: ${notReached.join('; ')}`)
  if (rows.length === 0 && failures.length === 0) progress('No screen has such a name.')
  if (rows.length === 0 || notReached.length > 0 || failures.length > 0) process.exitCode = 1
}

// What was started ends with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

await main()
// What never ended does not keep us.
process.exit()

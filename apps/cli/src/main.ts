import { parseArgs } from 'node:util'
import { verifyClientAt } from './client/verifyClientAt.ts'
import { NotVerified } from './notVerified.ts'
import { verifyRecordAt } from './record/verifyRecordAt.ts'
import { verifyReleaseAt } from './release/verifyReleaseAt.ts'

const USAGE = `What it does:
  npm run -s parley -- verify FILE_OR_URL...           verifies what was released: a clip’s files, a readout, a record, their statements, or all that a public page names
  npm run -s parley -- verify FILE_OR_URL... --code CODE   expects that the seal of that code, its 30 digits, is among those that signed; may be given several times
  npm run -s parley -- verify FILE_OR_URL... --text    prints the words that were signed as well
  npm run -s parley -- verify client URL               compares the client that is served there with a build of this checkout
  npm run -s parley -- verify client URL --hash CODE   compares it with a client of that code: its 30 digits, or its SHA-256
  npm run -s parley -- verify record FILE              verifies the record of a call, as a desk saved it
It ends with 0 where all is proven or the same, with 1 where something is not, and with 2 where nothing can be said.`

/** What could not be asked or was not understood; 1 says that something differs, or is not proven. */
const NOT_DONE = 2

const OPTIONS = {
  hash: { type: 'string' },
  code: { type: 'string', multiple: true, default: [] as string[] },
  text: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const

/** What to print, and whether all is as it should be. */
type Told = { readonly lines: readonly string[]; readonly isSame: boolean }

/** Routes to what was asked for, and gives the exit code: 0 it is so, 1 it is not, 2 that is not known. */
async function main(args: readonly string[]): Promise<number> {
  const { lines, isSame } = await told(args)
  process.stdout.write(`${lines.join('\n')}\n`)
  return isSame ? 0 : 1
}

function told(args: readonly string[]): Promise<Told> | Told {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: OPTIONS,
    allowPositionals: true,
  })
  const { hash, code: codes, text: isWithText, help } = values
  if (help) return { lines: [USAGE], isSame: true }
  const [verb, ...what] = positionals
  const [first, of, ...more] = what
  if (verb !== 'verify' || first === undefined) throw new NotVerified(USAGE)
  if (first === 'client' && of !== undefined && more.length === 0) return verifyClientAt(of, hash)
  if (hash !== undefined || first === 'client') throw new NotVerified(USAGE)
  if (first !== 'record') return verifyReleaseAt(what, { codes, isWithText })
  if (of !== undefined && more.length === 0) return verifyRecordAt(of)
  throw new NotVerified(USAGE)
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.exitCode = NOT_DONE
  process.stderr.write(`${wordsFor(error)}\n`)
}

/** One sentence where there is one; a bug keeps its stack. */
function wordsFor(error: unknown): string {
  if (error instanceof NotVerified) return error.message
  if (!(error instanceof Error)) return String(error)
  const isOfArgs = 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
  return isOfArgs ? `${error.message}\n${USAGE}` : (error.stack ?? error.message)
}

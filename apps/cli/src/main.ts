import { parseArgs } from 'node:util'
import { verifyClientAt } from './client/verifyClientAt.ts'
import { NotVerified } from './notVerified.ts'
import { verifyRecordAt } from './record/verifyRecordAt.ts'

const USAGE = `What it does:
  npm run -s parley -- verify client URL               compares the client that is served there with a build of this checkout
  npm run -s parley -- verify client URL --hash CODE   compares it with a client of that code: its 30 digits, or its SHA-256
  npm run -s parley -- verify record FILE              verifies the record of a call, as a desk saved it`

/** What could not be asked or was not understood; 1 says that something differs. */
const NOT_DONE = 2

/** What to print, and whether all is as it should be. */
type Told = { readonly lines: readonly string[]; readonly isSame: boolean }

/** Routes to what was asked for, and gives the exit code: 0 it is the same, 1 it is not, 2 that is not known. */
async function main(args: readonly string[]): Promise<number> {
  const options = { hash: { type: 'string' } } as const
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
  const [verb, what, of, ...more] = positionals
  if (verb !== 'verify' || of === undefined || more.length > 0) throw new NotVerified(USAGE)
  const { lines, isSame } = await told(what, { of, hash: values.hash })
  process.stdout.write(`${lines.join('\n')}\n`)
  return isSame ? 0 : 1
}

function told(
  what: string | undefined,
  { of, hash }: { of: string; hash: string | undefined },
): Promise<Told> {
  if (what === 'client') return verifyClientAt(of, hash)
  if (what === 'record' && hash === undefined) return verifyRecordAt(of)
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

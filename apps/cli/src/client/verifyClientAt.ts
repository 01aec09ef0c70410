import { askAt } from './ask.ts'
import { readAskedCode } from './askedCode.ts'
import { buildClient } from './buildClient.ts'
import { originOf } from './originOf.ts'
import { sayVerdict } from './sayVerdict.ts'
import { verifyClient } from './verifyClient.ts'

/** Compares the client at that address with this checkout's, or with the one that is named; what to print, and whether it is the same. */
export async function verifyClientAt(
  url: string,
  hash?: string,
): Promise<{ readonly lines: readonly string[]; readonly isSame: boolean }> {
  const origin = originOf(url)
  const wanted =
    hash === undefined ? await buildClient() : { is: 'code' as const, code: readAskedCode(hash) }
  const verdict = await verifyClient({ origin, ask: askAt(origin) }, wanted)
  return { lines: sayVerdict(verdict), isSame: verdict.findings.length === 0 }
}

import { isRecordFile, readSealCode, verifyFiles, verifyRecord, withCodes } from '@parley/release'
import type { Verdict } from '@parley/release'
import { NotVerified } from '../notVerified.ts'
import { sayRecord } from '../record/sayRecord.ts'
import { fetchPage } from './fetchPage.ts'
import { readFiles, type NamedFile } from './readFiles.ts'
import { sayRelease } from './sayRelease.ts'
import { textOf } from './textOf.ts'

const OF_A_PAGE =
  'The words of the page were not compared with what was signed: --text prints what was signed.'

/** Verifies files, or what is released at addresses, together; what to print, and whether all of it is proven. */
export async function verifyReleaseAt(
  targets: readonly string[],
  { codes, isWithText }: { codes: readonly string[]; isWithText: boolean },
): Promise<{ readonly lines: readonly string[]; readonly isSame: boolean }> {
  const wanted = codes.map((code) => digitsOf(code))
  const files = await filesOf(targets)
  const verified = await verifyFiles(files.map(({ bytes }) => bytes))
  const verdicts = verified.map((verdict) => withCodes(verdict, wanted))
  const said = await Promise.all(
    files.map((file, at) => linesFor(file, { verdict: verdicts[at], isWithText })),
  )
  const isOfPage = targets.some((target) => isAddress(target))
  return {
    lines: [...said.flatMap((lines) => [...lines, '']), ...(isOfPage ? [OF_A_PAGE] : [])],
    isSame: verdicts.every(({ is }) => is === 'proven'),
  }
}

async function linesFor(
  { name, bytes }: NamedFile,
  { verdict, isWithText }: { verdict: Verdict | undefined; isWithText: boolean },
): Promise<readonly string[]> {
  if (!verdict) return []
  const isOwn = verdict.is === 'not-proven' && verdict.because === 'other-code'
  if (isRecordFile(bytes) && !isOwn) return sayRecord(name, await verifyRecord(bytes))
  const text = isWithText ? textOf(verdict) : []
  return [...sayRelease(name, verdict), ...text.map((line) => `  | ${line}`)]
}

async function filesOf(targets: readonly string[]): Promise<readonly NamedFile[]> {
  const addresses = targets.filter((target) => isAddress(target))
  const fetched = await Promise.all(addresses.map((url) => fetchPage(url)))
  const read = await readFiles(targets.filter((target) => !isAddress(target)))
  return [...read, ...fetched.flat()]
}

function isAddress(target: string): boolean {
  return /^https?:\/\//i.test(target)
}

function digitsOf(code: string): string {
  const digits = readSealCode(code)
  if (digits === undefined) throw new NotVerified('--code takes the 30 digits of a seal’s code.')
  return digits
}

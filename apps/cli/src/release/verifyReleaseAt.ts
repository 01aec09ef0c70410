import { readSealCode, verifyFiles, withCodes } from '@parley/release'
import { NotVerified } from '../notVerified.ts'
import { fetchPage } from './fetchPage.ts'
import { readFiles, type NamedFile } from './readFiles.ts'
import { sayRelease } from './sayRelease.ts'
import { textOf } from './textOf.ts'

/** Verifies files, or what is released at addresses, together; what to print, and whether all of it is proven. */
export async function verifyRelease(
  targets: readonly string[],
  { codes, isWithText }: { codes: readonly string[]; isWithText: boolean },
): Promise<{ readonly lines: readonly string[]; readonly isProven: boolean }> {
  const wanted = codes.map((code) => digitsOf(code))
  const files = await filesOf(targets)
  const verdicts = (await verifyFiles(files.map(({ bytes }) => bytes))).map((verdict) =>
    withCodes(verdict, wanted),
  )
  const said = verdicts.map((verdict, at) => [
    ...sayRelease(files[at]?.name ?? '', verdict),
    ...(isWithText ? textOf(verdict).map((line) => `  | ${line}`) : []),
  ])
  const isOfPage = targets.some((target) => isAddress(target))
  return {
    lines: [...said.flatMap((lines) => [...lines, '']), ...(isOfPage ? [OF_A_PAGE] : [])],
    isProven: verdicts.every(({ is }) => is === 'proven'),
  }
}

const OF_A_PAGE =
  'The words of the page were not compared with what was signed: --text prints what was signed.'

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

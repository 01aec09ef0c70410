import { readFile } from 'node:fs/promises'
import { verifyRecord } from '@parley/release'
import { NotVerified } from '../notVerified.ts'
import { shown } from '../shown.ts'
import { sayRecord } from './sayRecord.ts'

/** Verifies the record in that file; what to print, and whether every side signed what it says. */
export async function verifyRecordAt(
  file: string,
): Promise<{ readonly lines: readonly string[]; readonly isSame: boolean }> {
  const verdict = await verifyRecord(await bytesOf(file))
  const isSigned = verdict.is === 'proven' && verdict.sides.every(({ is }) => is === 'signed')
  return { lines: await sayRecord(shown(file), verdict), isSame: isSigned }
}

async function bytesOf(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(file))
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : ''
    throw new NotVerified(`${shown(file)} cannot be read${code && ` (${code})`}.`, { cause: error })
  }
}

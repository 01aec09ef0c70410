import { randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Secret } from './secret.ts'

/** The token in the data folder, made at the first start, for the eyes of the operator only. */
export async function keptCreateToken(dataFolder: string): Promise<Secret> {
  const file = join(dataFolder, 'create-token')
  const made = randomBytes(24).toString('base64url')
  try {
    await writeFile(file, `${made}\n`, { mode: 0o600, flag: 'wx' })
    return new Secret(made)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    return new Secret((await readFile(file, 'utf8')).trim())
  }
}

/** For a server that leaves nothing behind. */
export function randomCreateToken(): Secret {
  return new Secret(randomBytes(24).toString('base64url'))
}

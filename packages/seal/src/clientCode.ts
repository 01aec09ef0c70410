import { utf8 } from './bytes.ts'
import { sha256 } from './hash.ts'
import { digitsOf } from './seals/fingerprint.ts'

/** The code of a build of the web client: the 30 digits of the SHA-256 over its list of files, to be read aloud, and the hash in hex. */
export async function clientCodeOf(
  list: string,
): Promise<{ readonly digits: readonly string[]; readonly hex: string }> {
  const hash = await sha256(utf8(list))
  return { digits: digitsOf(hash), hex: hash.toHex() }
}

import type { CommitMessage } from './decode.ts'
import { getSuite } from './suite.ts'

/**
 * Throws unless something can be sealed to every key that a path brings. The library takes any bytes for a key,
 * and whoever commits next would fail on them: so one member would keep all from re-keying and from coming in.
 */
export async function checkPathKeys({ content }: CommitMessage): Promise<void> {
  const { path } = content.commit
  const { hpke } = await getSuite()
  const keys = path ? [path.leafNode, ...path.nodes].map((node) => node.hpkePublicKey) : []
  await Promise.all(
    keys.map(async (key) => {
      await hpke.exportSecret(await hpke.importPublicKey(key), NOTHING, 32, NOTHING)
    }),
  )
}

const NOTHING = new Uint8Array()

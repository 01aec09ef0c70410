import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Bytes } from '@parley/protocol'
import { cache } from '../setup/paths.mjs'
import { C2PA_VERSION } from '../setup/versions.mjs'

/** What c2pa-python says of a file: `Valid`, `Invalid`, or that it cannot be read; and each failure by its code. */
type C2paReading = {
  readonly state: string
  readonly failures: readonly string[]
  readonly manifests?: number
}

/** What it signs a file with. */
type C2paSigning = {
  readonly alg: 'es256' | 'ed25519'
  /** PEM: of the key, and of who issued it. */
  readonly certificates: string
  /** PEM, PKCS #8. */
  readonly key: string
  readonly assertions: readonly { label: string; data: unknown }[]
  /** Whether manifests are in the file that it goes on top of. */
  readonly isOnTop: boolean
}

/** A reader and signer of C2PA that is no build of ours. */
export type C2paPython = Disposable & {
  read(file: Bytes, type: string): Promise<C2paReading>
  sign(file: Bytes, type: string, signing: C2paSigning): Promise<Bytes>
}

/** Starts it. It is there after the set-up of the tests, or where PARLEY_C2PA says. */
export function startC2paPython(): C2paPython {
  const folder = process.env['PARLEY_C2PA'] ?? join(cache, 'c2pa', C2PA_VERSION)
  if (!existsSync(join(folder, 'c2pa')))
    throw new Error('c2pa-python is not here: `node scripts/setup.mjs --tests` fetches it')
  const env = { ...process.env, PYTHONPATH: folder, PYTHONDONTWRITEBYTECODE: '1' }
  const child = spawn('python3', [join(import.meta.dirname, 'provenance.py')], {
    env,
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  let turn: Promise<unknown> = Promise.resolve()
  const ask = (asked: object): Promise<unknown> => {
    const answer = turn.then(async () => {
      child.stdin.write(`${JSON.stringify(asked)}\n`)
      const { value, done } = await lines.next()
      if (done === true) throw new Error('c2pa-python ended')
      return JSON.parse(value) as unknown
    })
    turn = answer.catch(() => undefined)
    return answer
  }
  return {
    read: async (file, type) =>
      (await ask({ do: 'read', file: file.toBase64(), type })) as C2paReading,
    sign: async (file, type, signing) => {
      const answer = await ask({ do: 'sign', file: file.toBase64(), type, ...signing })
      return Uint8Array.fromBase64((answer as { file: string }).file)
    },
    [Symbol.dispose]: () => void child.kill(),
  }
}

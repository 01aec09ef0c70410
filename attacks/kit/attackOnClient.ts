import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, afterAll, test } from 'vitest'
import { buildInto, readBuild } from '../../apps/cli/src/client/buildClient.ts'
import { builtWeb } from '../../scripts/setup/builds.mjs'
import type { AttackMeta } from './attack.ts'
import { ServedClient, type Built } from './servedClient.ts'

/** A build of the client. Larger: a build that hangs is noticed late. Smaller: a busy machine does not finish. */
const BUILD_MS = 180_000

/** The client's build, once it is there: that of the set-up, or one that is made for all stories of a file. */
export function builtClient(): () => Built {
  let built: Built | undefined
  const parts = new AsyncDisposableStack()
  beforeAll(async () => {
    const folder = builtWeb() ?? (await buildFor(parts))
    built = { folder, wanted: await readBuild(folder) }
  }, BUILD_MS)
  afterAll(() => parts.disposeAsync())
  return () => {
    if (!built) throw new Error('It is not built yet')
    return built
  }
}

async function buildFor(parts: AsyncDisposableStack): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'parley-built-'))
  parts.defer(() => rm(folder, { recursive: true, force: true }))
  await buildInto(folder)
  return folder
}

/**
 * An attack on what is served as the client, by its number in the list. What the command names counts as shown. In the
 * end the build is served again, and passes.
 */
export function attackOnClient(
  { number, by, built }: { number: number; by: string; built: () => Built },
  fact: string,
  story: (client: ServedClient) => Promise<void>,
): void {
  // oxlint-disable-next-line vitest/valid-title, vitest/expect-expect -- the story has both
  test(fact, async ({ task }) => {
    const meta: AttackMeta = { number, by, shownMs: 'nothing' }
    task.meta.attack = meta
    await using client = await ServedClient.serve(built())
    await story(client)
    meta.shownMs = client.namedMs ?? 'nothing'
    await client.restore()
    const { findings } = await client.verified()
    if (findings.length > 0) throw new Error(`The build itself was refused: ${findings.length}`)
  })
}

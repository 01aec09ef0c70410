import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import { cuttableLine } from '../e2e/line/cuttableLine.ts'
import { setStage, type Sitter } from '../e2e/stage.ts'
import { come, goInTalking } from './browser/people.ts'
import { notedBy } from './browser/watch.ts'
import { progress } from './progress.ts'
import { round, spreadOf, type Results, type Spread } from './report/spread.ts'

const ROUNDS = 3
/** Of what is lost for 20 s. */
const LONG_ROUNDS = 2
const noting = { pictures: 'all', own: false, others: false } as const
/** How long pictures may take to come back. */
const PATIENCE_MS = 30_000
const BETWEEN_LOOKS_MS = 250
/** Between two losses, so that each meets a call as it is. */
const SETTLE_MS = 3000

/**
 * How long after what was lost is back two people see each other again: the media server, killed and kept from
 * starting for so long, and one person's whole network.
 */
export async function recover(): Promise<Results> {
  await using parts = new AsyncDisposableStack()
  const gate = parts.use(await gatedMediaServer())
  const stage = await setStage(parts, { seatsEach: 1 })
  const line = parts.use(await cuttableLine(stage))
  const people = [
    await come(stage, { place: 0, parts, noting }),
    await come(stage, { place: 1, parts, line, noting }),
  ]
  for (const one of people) await goInTalking(one)
  const killed = async (ms: number) => {
    const { mediaPid } = stage.running
    if (!mediaPid) throw new Error('The media server is a child of the server')
    await gate.shut()
    process.kill(mediaPid, 'SIGKILL')
    await after(ms)
    await gate.open()
  }
  const cut = async (ms: number) => {
    line.cut('all')
    await after(ms)
    line.mend()
  }
  const backAfter = (what: string, rounds: number, lose: () => Promise<void>) =>
    measure(people, { what, rounds, lose })
  return {
    mediaServer2sMs: await backAfter('media server for 2 s', ROUNDS, () => killed(2000)),
    mediaServer20sMs: await backAfter('media server for 20 s', LONG_ROUNDS, () => killed(20_000)),
    network5sMs: await backAfter('network for 5 s', ROUNDS, () => cut(5000)),
    network20sMs: await backAfter('network for 20 s', LONG_ROUNDS, () => cut(20_000)),
  }
}

async function measure(
  people: readonly Sitter[],
  { what, rounds, lose }: { what: string; rounds: number; lose: () => Promise<void> },
): Promise<Spread> {
  const backs: number[] = []
  for (let at = 0; at < rounds; at++) {
    await after(SETTLE_MS)
    await lose()
    const back = await againMs(people, Date.now())
    progress(`${what}: seen again after ${back} ms`)
    backs.push(back)
  }
  return spreadOf(backs)
}

/** Until the last of them shows a picture of the other that was shown after `sinceMs`. */
async function againMs(people: readonly Sitter[], sinceMs: number): Promise<number> {
  const seen = new Map<Sitter, number>()
  while (seen.size < people.length) {
    if (Date.now() - sinceMs > PATIENCE_MS) throw new Error('They do not see each other again')
    await after(BETWEEN_LOOKS_MS)
    for (const one of people) {
      const { pictures } = await notedBy(one.page)
      const again = pictures.find(
        ({ person, shownMs }) => person !== one.place && shownMs > sinceMs,
      )
      if (again && !seen.has(one)) seen.set(one, again.shownMs)
    }
  }
  return round(Math.max(...seen.values()) - sinceMs)
}

type Gate = AsyncDisposable & { shut(): Promise<void>; open(): Promise<void> }

/** Puts a gate before the media server's program: started while it is shut, it waits. */
async function gatedMediaServer(): Promise<Gate> {
  const binary = process.env['PARLEY_LIVEKIT']
  if (!binary) throw new Error('The media server is named by PARLEY_LIVEKIT')
  const folder = await mkdtemp(join(tmpdir(), 'parley-gate-'))
  const [bar, gated] = [join(folder, 'bar'), join(folder, 'livekit-server')]
  await writeFile(
    gated,
    `#!/bin/sh\nwhile [ -e '${bar}' ]; do sleep 0.02; done\nexec '${binary}' "$@"\n`,
  )
  await chmod(gated, 0o755)
  process.env['PARLEY_LIVEKIT'] = gated
  return {
    shut: () => writeFile(bar, ''),
    open: () => rm(bar),
    async [Symbol.asyncDispose]() {
      process.env['PARLEY_LIVEKIT'] = binary
      await rm(folder, { recursive: true })
    },
  }
}

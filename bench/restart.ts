import { setTimeout as after } from 'node:timers/promises'
import { systemClock } from '@parley/client'
import { planCall } from '@parley/testkit'
import { startMediaServer } from '../e2e/media-lab/mediaServer.ts'
import type { Sitter } from '../e2e/stage.ts'
import { come, comeBack, goInTalking, leave } from './browser/people.ts'
import { notedBy, type SeenPicture } from './browser/watch.ts'
import { findPlace, SERVER, startAt, type Started } from './processes/started.ts'
import { progress } from './progress.ts'
import { round, spreadOf, type Results } from './report/spread.ts'

const ROUNDS = 3
const noting = { pictures: 'all', own: false, others: false } as const
/** How long nobody starts it again. */
const GONE_MS = 2000
/** Between two losses, so that each meets a call as it is. */
const SETTLE_MS = 3000
/** How long a newcomer may take to be seen. */
const PATIENCE_MS = 30_000
const BETWEEN_LOOKS_MS = 250

/**
 * Parley's own server is killed in a call of two and started again two seconds later, the media server being
 * another's: for how long at most one of them saw nothing new of the other, and how soon after its return
 * somebody who waited in the green room, and presses Join at once, is seen by both.
 */
export async function restart(): Promise<Results> {
  await using parts = new AsyncDisposableStack()
  const media = parts.use(await startMediaServer())
  const place = parts.use(await findPlace())
  const { key, secret } = media.keys
  const start = () =>
    startAt(place, SERVER, {
      LIVEKIT_URL: media.url,
      LIVEKIT_API_KEY: key,
      LIVEKIT_API_SECRET: secret,
    })
  let server = await start()
  parts.defer(() => server.stop())
  const planned = parts.use(await planCall(server, { seatsEach: 2, clock: systemClock }))
  const stage = { planned, running: server }
  const [first, second] = [
    await come(stage, { place: 0, parts, noting }),
    await come(stage, { place: 2, parts, noting }),
  ]
  let newcomer = await come(stage, { place: 1, parts, noting })
  for (const one of [first, second]) await goInTalking(one)
  const unseen: number[] = []
  const joins: number[] = []
  for (let at = 0; at < ROUNDS; at++) {
    newcomer = await comeBack(newcomer, { isCold: false, noting })
    await newcomer.page.getByRole('button', { name: 'Join', exact: true }).waitFor()
    await after(SETTLE_MS)
    for (const { page } of [first, second]) await notedBy(page)
    const sinceMs = Date.now()
    await kill(server)
    await after(GONE_MS)
    server = await start()
    const backMs = Date.now()
    await newcomer.page.getByRole('button', { name: 'Join', exact: true }).click()
    const seen = await seenFrom([first, second], newcomer)
    const gaps = [
      longestGap(seen.pictures[0] ?? [], { of: second.place, sinceMs }),
      longestGap(seen.pictures[1] ?? [], { of: first.place, sinceMs }),
    ]
    unseen.push(round(Math.max(...gaps)))
    joins.push(round(seen.atMs - backMs))
    progress(JSON.stringify({ unseenMs: unseen.at(-1), joinMs: joins.at(-1) }))
    await leave(newcomer)
  }
  return { unseenMs: spreadOf(unseen), joinMs: spreadOf(joins) }
}

async function kill({ pid }: Started): Promise<void> {
  process.kill(pid, 'SIGKILL')
  while (isAlive(pid)) await after(5)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

/** When the last of them saw the newcomer, and all that they saw until then. */
async function seenFrom(
  people: readonly Sitter[],
  { place }: Sitter,
): Promise<{ atMs: number; pictures: SeenPicture[][] }> {
  const pictures: SeenPicture[][] = people.map(() => [])
  for (const untilMs = Date.now() + PATIENCE_MS; Date.now() < untilMs;) {
    await after(BETWEEN_LOOKS_MS)
    for (const [index, { page }] of people.entries())
      pictures[index]?.push(...(await notedBy(page)).pictures)
    const firsts = pictures.map((seen) => seen.find(({ person }) => person === place)?.shownMs)
    const known = firsts.filter((first) => first !== undefined)
    if (known.length === people.length) return { atMs: Math.max(...known), pictures }
  }
  throw new Error('The newcomer is not seen')
}

/** The longest time without a new picture of one person. */
function longestGap(
  pictures: readonly SeenPicture[],
  { of, sinceMs }: { of: number; sinceMs: number },
): number {
  const shown = pictures
    .filter(({ person, shownMs }) => person === of && shownMs > sinceMs)
    .map(({ shownMs }) => shownMs)
  return shown.reduce((gap, ms, at) => Math.max(gap, ms - (shown[at - 1] ?? sinceMs)), 0)
}

import { setTimeout as after } from 'node:timers/promises'
import { systemClock } from '@parley/client'
import { planCall } from '@parley/testkit'
import { attend } from './attend.ts'
import { progress } from './progress.ts'
import { SERVER, startParley, type Started } from './processes/started.ts'
import { processes } from './processes/table.ts'
import { round, spreadOf, type Results } from './report/spread.ts'

const ROUNDS = 2
const ROOMS = 30
/** How long the server is left alone before it is looked at. */
const REST_MS = 5_000

/** Memory of Parley's own server, as it is bundled and without the media server: at rest, and with 30 rooms of four. */
export async function memory(): Promise<Results> {
  const rest: number[] = []
  const busy: number[] = []
  for (let at = 0; at < ROUNDS; at++) {
    await using started = await startParley(...SERVER)
    await after(REST_MS)
    rest.push(residentMiB(started.pid))
    progress(`at rest: ${rest.at(-1)} MiB`)
    busy.push(await withRooms(started))
    progress(`with ${ROOMS} rooms: ${busy.at(-1)} MiB`)
  }
  return { serverRestMiB: spreadOf(rest), server30RoomsMiB: spreadOf(busy) }
}

async function withRooms(started: Started): Promise<number> {
  await using parts = new AsyncDisposableStack()
  for (let room = 0; room < ROOMS; room++) {
    const planned = parts.use(await planCall(started, { seatsEach: 2, clock: systemClock }))
    for (const { seat } of planned.seats) await attend(planned, { seat, parts })
    if (room % 10 === 9) progress(`${room + 1} rooms`)
  }
  await after(REST_MS)
  return residentMiB(started.pid)
}

function residentMiB(pid: number): number {
  const found = processes().find((one) => one.pid === pid)
  if (!found) throw new Error('The server runs')
  return round(found.residentKiB / 1024)
}

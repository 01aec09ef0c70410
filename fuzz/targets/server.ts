import { setImmediate } from 'node:timers/promises'
import { PLENARY } from '@parley/protocol'
import { manualClock } from '@parley/testkit'
import { createLog } from '../../apps/server/src/log.ts'
import { startServer } from '../../apps/server/src/startServer.ts'
import type { DatabaseAt } from '../../apps/server/src/database/open.ts'
import { Client } from '../../apps/server/src/testing/client.ts'
import { newCall, newDevice } from '../../apps/server/src/testing/people.ts'
import { TestPostgres } from '../../apps/server/src/testing/postgres.ts'
import type { Target } from '../target.ts'
import { hash, json, seat, text } from './given.ts'

/** Milliseconds of the server's clock between two looks: as many messages as it lets a socket say. */
const PAUSE_MS = 20

/** Ids that no input is likely to have. */
const FIRST_ID = 7_000_000_000

const jwe = 'e30..aXY.eA.dGFn'
const room = PLENARY

/** What a desk and a device that are signed in say, to a whole server on SQLite: each gets an answer, and none is a bug. */
export function server(): Promise<Target> {
  return serverOn(undefined)
}

/** The same on PostgreSQL. */
export async function serverOnPostgres(): Promise<Target> {
  const postgres = await TestPostgres.start()
  const target = await serverOn(await postgres.newDatabase())
  return {
    ...target,
    async close() {
      await target.close?.()
      await postgres[Symbol.asyncDispose]()
    },
  }
}

async function serverOn(database: DatabaseAt | undefined): Promise<Target> {
  const lines: string[] = []
  const log = createLog({ write: (line) => void lines.push(line) })
  const clock = manualClock(Date.now())
  const running = await startServer({ log, clock, ...(database && { database }) })
  const desk = await newCall(running)
  const device = await newDevice(running, desk)
  const { call } = desk
  const sockets = [
    { client: desk.client, signer: desk.seal },
    { client: device.client, signer: device.device },
  ]
  let id = FIRST_ID
  return {
    seeds: requests.map((request) => json({ ...request, id: 1 })),
    async read(input) {
      let isDone = false
      lines.length = 0
      for (const socket of sockets) {
        const { client, signer } = socket
        client.heard.length = 0
        client.sayRaw(text(input))
        if (await isAnswered(client)) await answerTo(idIn(text(input)), client)
        else socket.client = await Client.signIn(running.url, { call, signer })
        isDone ||= client.heard.some((said) => said.type === 'done' && said.id < FIRST_ID)
        if (client.heard.some((said) => said.type === 'refused' && said.code === 'internal'))
          throw new Error(`The server has a bug: ${lines.join('')}`)
      }
      return isDone
    },
    async close() {
      for (const { client } of sockets) await client[Symbol.asyncDispose]()
      await running[Symbol.asyncDispose]()
    },
  }

  /** Whether the socket goes on: it answers what comes after. */
  async function isAnswered(client: Client): Promise<boolean> {
    const own = id++
    client.say({ type: 'end-turn', id: own, room })
    const answers: boolean[] = []
    client
      .hear('done', (said) => said.id === own)
      .then(
        () => answers.push(true),
        () => answers.push(false),
      )
    while (answers.length === 0) {
      clock.advance(PAUSE_MS)
      await setImmediate()
    }
    return answers[0] === true
  }

  /** Some wait for others, and are answered after what comes later. */
  async function answerTo(asked: number | undefined, { heard }: Client): Promise<void> {
    const isAnswer = (said: (typeof heard)[number]) =>
      (said.type === 'done' || said.type === 'refused') && said.id === asked
    if (asked === undefined) return
    while (!heard.some(isAnswer)) {
      clock.advance(PAUSE_MS)
      await setImmediate()
    }
  }
}

/** The id under which the server has to answer; nothing where it need not. */
function idIn(said: string): number | undefined {
  try {
    const { id } = JSON.parse(said) as { id?: unknown }
    return Number.isSafeInteger(id) && Number(id) > 0 ? Number(id) : undefined
  } catch {
    return undefined
  }
}

/** What is done for a desk or a device of a new call; what is refused to it is in the corpus. */
const requests = [
  { type: 'open-seat-link', tokenHash: hash, seat },
  { type: 'read-grant' },
  { type: 'store-document', kind: 'plan', version: 1, sealed: jwe },
  { type: 'follow-documents', after: 0 },
  { type: 'found', room, envelope: 'AAAA' },
  { type: 'append', room, envelope: 'AAAA', commit: true },
  { type: 'read-commits', room, count: 32, before: 9 },
  { type: 'follow-room', room, after: 0 },
  { type: 'leave-room', room },
  { type: 'ask-turn', room },
  { type: 'offer-file', bytes: 5, pieces: [hash] },
  { type: 'ask-file-bearer' },
  { type: 'list-published' },
]

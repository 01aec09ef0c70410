import { randomUUID } from 'node:crypto'
import { parseAs } from '@parley/protocol'
import { sql } from 'kysely'
import { Client } from 'pg'
import * as v from 'valibot'
import type { Database } from '../database/schema.ts'
import type { Clock } from '../clock.ts'
import type { Log } from '../log.ts'
import { News, type Bus } from './bus.ts'

const CHANNEL = 'parley'
/** Pause before listening again after the line to the database broke. */
const AGAIN_MS = 500

const Carried = v.strictObject({ from: v.string(), news: News })

type World = { db: Database; clock: Clock; log: Log }

/** Carries news between servers by LISTEN and NOTIFY, on a connection of its own. */
export class PostgresBus implements Bus {
  readonly #id = randomUUID()
  readonly #url: string
  readonly #world: World
  readonly #hearers: ((news: News) => void)[] = []
  #listener: Client | undefined
  #isClosed = false
  #owesGap = false

  private constructor(url: string, world: World) {
    this.#url = url
    this.#world = world
  }

  /** Resolves once it listens. */
  static async listen(url: string, world: World): Promise<PostgresBus> {
    const bus = new PostgresBus(url, world)
    await bus.#listen()
    return bus
  }

  tell(news: News): void {
    this.#give(news)
    this.#notify(news).catch((error: unknown) => {
      this.#world.log.bug(error)
      this.#tellGapSoon()
    })
  }

  hear(hearer: (news: News) => void): void {
    this.#hearers.push(hearer)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true
    await this.#listener?.end()
  }

  async #notify(news: News): Promise<void> {
    const carried = JSON.stringify({ from: this.#id, news })
    await sql`select pg_notify(${CHANNEL}, ${carried})`.execute(this.#world.db)
  }

  /** What could not be told is lost, so the others read all again, once they can be told that. */
  #tellGapSoon(): void {
    if (this.#owesGap) return
    this.#owesGap = true
    this.#world.clock.after(AGAIN_MS, () => {
      this.#owesGap = false
      if (!this.#isClosed) this.#notify({ is: 'gap' }).catch(() => this.#tellGapSoon())
    })
  }

  #give(news: News): void {
    for (const hear of this.#hearers) hear(news)
  }

  async #listen(): Promise<void> {
    const listener = new Client({ connectionString: this.#url })
    listener.on('error', () => undefined)
    listener.on('notification', ({ payload = '' }) => this.#heard(payload))
    await listener.connect()
    await listener.query(`listen ${CHANNEL}`)
    this.#listener = listener
    listener.on('end', () => this.#listenAgain())
  }

  /** What was told meanwhile is lost, so all is read again. */
  #listenAgain(): void {
    if (this.#isClosed) return
    this.#world.clock.after(AGAIN_MS, () => {
      if (this.#isClosed) return
      this.#listen().then(
        () => this.#give({ is: 'gap' }),
        () => this.#listenAgain(),
      )
    })
  }

  #heard(payload: string): void {
    const { from, news } = parseAs(Carried, payload)
    if (from !== this.#id) this.#give(news)
  }
}

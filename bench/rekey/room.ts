import { derivingKey, envelopeKeyOf, Secret } from '@parley/seal'
import { PLENARY } from '@parley/protocol'
import { agreeCall, type Person } from '@parley/testkit/agreedCall'
import { Machine } from './machine.ts'
import type { Done, Known } from './member.ts'

/** How far back a joiner reads, as the client does. */
const COMMITS_READ = 20

/** A newcomer's join, its removal, and how long each took. */
export type Round = { joinMs: number; removeMs: number }

/** A room that fills up, its log between the machines. */
export class BenchRoom implements AsyncDisposable {
  readonly #known: Known
  readonly #people: readonly Person[]
  readonly #log: string[] = []
  /** The last join with the tree, and what came after it: who is not measured reads these, or to fill a room of 200 takes minutes. */
  #sinceTree: readonly string[] = []
  readonly #crowd = new Machine()
  #seated = 0

  private constructor(known: Known, people: readonly Person[]) {
    this.#known = known
    this.#people = people
  }

  /** An empty one with that many seats at least. */
  static async withSeats(seats: number): Promise<BenchRoom> {
    const { terms, lists, people } = await agreeCall({ seatsEach: Math.ceil(seats / 2) })
    const envelopeKey = await envelopeKeyOf(await derivingKey(Secret.random()), PLENARY)
    return new BenchRoom({ terms, lists, envelopeKey }, people)
  }

  /** Seats people until so many are in; their machines are done with. */
  async fill(members: number): Promise<void> {
    while (this.#seated < members) await this.seat(this.#crowd, this.#sinceTree)
  }

  /** Seats the next person at that machine. */
  async seat(machine: Machine, entries = this.#newest()): Promise<Done> {
    const person = this.#people[this.#seated]
    if (!person) throw new Error('There are more seats than members')
    const done = await this.#enter(machine, { person, entries })
    this.#seated++
    return done
  }

  /** One more joins, and is removed by the first of two members while the second hears of both. */
  async round(remover: Machine, witness: Machine): Promise<Round> {
    await using newcomer = new Machine()
    const person = this.#people[this.#seated]
    if (!person) throw new Error('There is a seat for a newcomer')
    const joined = await this.#enter(newcomer, { person, entries: this.#newest() })
    await this.catchUp(remover)
    await this.catchUp(witness)
    const removal = await remover.do({ do: 'remove', leaf: joined.leaf })
    this.#note(removal)
    const heard = await this.catchUp(witness)
    const { authenticator } = await this.catchUp(remover)
    if (authenticator !== heard.authenticator) throw new Error('Both are in one epoch')
    return { joinMs: joined.ms, removeMs: removal.ms + heard.ms }
  }

  /** Gives the machine the newest entry. */
  async catchUp(machine: Machine): Promise<Done> {
    const entry = this.#log.at(-1)
    if (!entry) throw new Error('There is an entry to hear')
    return await machine.do({ do: 'hear', entry })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#crowd[Symbol.asyncDispose]()
  }

  async #enter(
    machine: Machine,
    { person: { me }, entries }: { person: Person; entries: readonly string[] },
  ): Promise<Done> {
    const done = await machine.do(
      entries.length === 0
        ? { do: 'found', me, ...this.#known }
        : { do: 'join', me, entries, ...this.#known },
    )
    this.#note(done)
    return done
  }

  #newest(): readonly string[] {
    return this.#log.slice(-COMMITS_READ)
  }

  #note({ logged }: Done): void {
    if (!logged) return
    const { entry, withTree } = logged
    this.#log.push(entry)
    this.#sinceTree = withTree === undefined ? [...this.#sinceTree, entry] : [withTree]
  }
}

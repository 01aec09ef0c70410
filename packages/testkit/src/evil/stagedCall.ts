import type { Clock } from '@parley/call'
import { newSeatId, openSeat, type KeyStore, type OpenSeat } from '@parley/client'
import { sealEnvelope, type EnvelopeTo, type Opened } from '@parley/group'
import {
  PLENARY,
  type CompactJwe,
  type CompactJws,
  type RoomId,
  type SideId,
} from '@parley/protocol'
import {
  callIdOf,
  delegationKind,
  deskKind,
  derivingKey,
  documentKeyOf,
  envelopeKeyOf,
  hashOf,
  passKind,
  sealDocument,
  Secret,
  withdrawalKind,
  type DerivingKey,
  type Heads,
} from '@parley/seal'
import {
  agreeCall,
  CALL_TIME_MS,
  passAnew,
  proveSeats,
  type AgreedCall,
  type Person,
} from '../agreedCall.ts'
import { manualClock, type ManualClock } from '../manualClock.ts'
import { memoryKeyStore } from '../memoryKeyStore.ts'
import type { EvilLine } from './evilLine.ts'
import { EvilServer, type Entry } from './evilServer.ts'
import { nextDelegation, planOf, signBy, signByAll, withSeat, type Signed } from './papers.ts'

/** A call that two sides agreed on, at a server in the hands of an attacker, who may hold K. */
export class StagedCall {
  readonly agreed: AgreedCall
  readonly server: EvilServer
  readonly clock: ManualClock
  readonly #key: DerivingKey
  readonly #sideKeys = new Map<SideId, Promise<DerivingKey>>()
  readonly #withdrawn = new Map<SideId, { version: number; seats: readonly Person[] }>()

  private constructor(parts: {
    agreed: AgreedCall
    server: EvilServer
    clock: ManualClock
    key: DerivingKey
  }) {
    this.agreed = parts.agreed
    this.server = parts.server
    this.clock = parts.clock
    this.#key = parts.key
  }

  /** Plan, delegations and passes are signed and filed. */
  static async agree({ seatsEach }: { seatsEach: number }): Promise<StagedCall> {
    const key = await derivingKey(Secret.random())
    const made = await agreeCall({ seatsEach, call: await callIdOf(key) })
    const plan = await signByAll(made, { is: 'plan', payload: planOf(made) })
    const [, first] = plan.signatures[0] ?? []
    if (!first) throw new Error('A call has two sides')
    const agreed = { ...made, terms: { ...made.terms, root: await hashOf(first) } }
    const clock = manualClock(CALL_TIME_MS)
    const parts = { agreed, server: new EvilServer(clock), clock, key }
    const staged = new StagedCall(parts)
    await staged.file(plan)
    const seals = [...agreed.seals.keys()]
    for (const side of seals) {
      const proof = agreed.people.find((one) => one.side === side)?.me.proof ?? []
      const signatures = proof.map((jws, at) => [seals[at] ?? side, jws] as [SideId, CompactJws])
      // oxlint-disable-next-line no-await-in-loop -- in the order of their numbers
      await staged.file({ kind: delegationKind(side), version: 1, signatures })
    }
    for (const { seat, side, me } of agreed.people)
      // oxlint-disable-next-line no-await-in-loop -- likewise
      await staged.file({ kind: passKind(seat), version: 1, signatures: [[side, me.pass]] })
    return staged
  }

  /** That person's device, signed in over a line of its own: anew, or with what it kept, by a grant that names those heads. */
  async sit(
    { seat, side, device, me }: Person,
    {
      store = memoryKeyStore(),
      clock = this.clock,
      heads = {},
    }: { store?: KeyStore; clock?: Clock; heads?: Heads } = {},
  ): Promise<{ seat: OpenSeat; line: EvilLine }> {
    const { call, seals } = this.agreed.terms
    const seal = seals.get(side)
    if (!seal) throw new Error('Every side has a seal')
    const line = this.server.line({ as: 'device', call, side, seat })
    const record = {
      server: 'https://evil.example',
      call,
      side,
      seat,
      seal,
      callSecret: this.#key,
      sideSecret: await this.#sideKey(side),
      pass: me.pass,
      device: device.publicKey,
      deviceKey: device.signingKey,
      heads,
    }
    const server = {
      origin: record.server,
      connect: async () => line,
      createCall: () => Promise.reject(new Error('It is created')),
      isDemonstration: async () => false,
    }
    return { seat: await openSeat({ server, record, store, clock }), line }
  }

  /** Its own desk withdraws that person. The server tells those lines, or all. */
  async withdraw(person: Person, to?: Iterable<EvilLine>): Promise<void> {
    const { side } = person
    const { version, seats } = this.#withdrawn.get(side) ?? { version: 0, seats: [] }
    const next = { version: version + 1, seats: [...seats, person] }
    this.#withdrawn.set(side, next)
    await this.file(await this.withdrawalOf(side, next), to)
  }

  /** What the desk of a side signs to withdraw them. */
  async withdrawalOf(
    side: SideId,
    { version = 1, seats }: { version?: number; seats: readonly Person[] },
  ): Promise<Signed> {
    const kind = withdrawalKind(side)
    const withdrawn = seats.map(({ seat }) => ({ seat, passVersion: 1, at: CALL_TIME_MS }))
    const { call } = this.agreed.terms
    const heading = { call, kind, version, previous: null, at: CALL_TIME_MS }
    const payload = { ...heading, side, withdrawn }
    const jws = await signBy(this.agreed, side, { is: 'withdrawal', payload })
    return { kind, version, signatures: [[side, jws]] }
  }

  /** Somebody for a new seat of that side, with a pass, and the delegation that has the seat, signed by all or by those. */
  async seatMore(
    side: SideId,
    { by, name = 'Person new' }: { by?: readonly SideId[]; name?: string } = {},
  ): Promise<{ person: Person; newer: Signed }> {
    const { agreed } = this
    const seat = newSeatId()
    const document = await nextDelegation(agreed, side, withSeat(seat, name))
    const newer = await signByAll(agreed, document, by)
    const like = agreed.people.find((one) => one.side === side)
    if (!like) throw new Error('A side has people')
    const proof = newer.signatures.map(([, jws]) => jws)
    const person = await passAnew(agreed, { ...like, seat, me: { ...like.me, proof } })
    const signatures: Signed['signatures'] = [[side, person.me.pass]]
    await this.file({ kind: passKind(seat), version: 1, signatures })
    return { person, newer }
  }

  /** The desk of a side says what its lists are now. */
  async deskSays(side: SideId, version: number, heads: Heads = {}): Promise<void> {
    const { call } = this.agreed.terms
    const kind = deskKind(side)
    const heading = { call, kind, version, previous: null, at: this.clock.nowMs() }
    const payload = { ...heading, side, heads }
    const jws = await signBy(this.agreed, side, { is: 'desk', payload })
    await this.file({ kind, version, signatures: [[side, jws]] })
  }

  /** Its own desk gives that seat to a new device. */
  async grantAnew(person: Person): Promise<Person> {
    const anew = await passAnew(this.agreed, person, { version: 2 })
    const signatures: Signed['signatures'] = [[person.side, anew.me.pass]]
    await this.file({ kind: passKind(person.seat), version: 2, signatures })
    return anew
  }

  /** A second list of that side, which all sides sign: without whoever is given no rooms. */
  async agreeAnew(side: SideId, roomsOf: (person: Person) => readonly RoomId[]): Promise<void> {
    const { terms, seals, people, lists } = this.agreed
    const seats = new Map(lists.seats)
    const own = people.filter((one) => one.side === side)
    for (const person of own) {
      const [listed, rooms] = [seats.get(person.seat), roomsOf(person)]
      if (listed) seats.set(person.seat, { ...listed, rooms: [...rooms] })
      if (rooms.length === 0) seats.delete(person.seat)
    }
    const [first] = own[0]?.me.proof ?? []
    if (!first) throw new Error('A side has a list')
    const heading = { version: 2, previous: await hashOf(first) }
    const made = await proveSeats({ call: terms.call, seals, side, seats, ...heading })
    const signatures = [...seals.keys()].map((by, at) => [by, made[at]] as [SideId, CompactJws])
    await this.file({ kind: delegationKind(side), version: 2, signatures })
  }

  /** Puts an entry into the log of the plenary, sealed as whoever holds K can. */
  async put(opened: Opened, by?: EvilLine): Promise<Entry> {
    const envelope = await this.seal(opened)
    return this.server.put(PLENARY, envelope, { isCommit: opened.kind !== 'message', by })
  }

  /** An entry of the plenary's log as it travels. */
  async seal(opened: Opened): Promise<string> {
    return sealEnvelope(await this.envelopeTo(), opened)
  }

  async envelopeTo(room: RoomId = PLENARY): Promise<EnvelopeTo> {
    return { key: await envelopeKeyOf(this.#key, room), call: this.agreed.terms.call, room }
  }

  /** The server has it, under whatever name each signature is filed, and tells those lines, or all. */
  async file({ kind, version, signatures }: Signed, to?: Iterable<EvilLine>): Promise<void> {
    for (const [side, jws] of signatures) {
      // oxlint-disable-next-line no-await-in-loop -- in the order of their numbers
      const sealed = await this.sealPaper(jws)
      this.server.file({ kind, version, side, sealed }, to)
    }
  }

  /** What whoever holds K makes of any text. */
  async sealPaper(jws: CompactJws): Promise<CompactJwe> {
    return sealDocument(jws, await documentKeyOf(this.#key))
  }

  /** Of the rooms of a side. */
  #sideKey(side: SideId): Promise<DerivingKey> {
    const key = this.#sideKeys.get(side) ?? derivingKey(Secret.random())
    this.#sideKeys.set(side, key)
    return key
  }
}

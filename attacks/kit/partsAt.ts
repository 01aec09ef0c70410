import { standing, type Call, type Clock, type PartNow } from '@parley/call'
import { CallRecord, PartsRunner, type OpenRoom, type OpenSeat } from '@parley/client'
import { PLENARY, type PublicKey } from '@parley/protocol'
import {
  hashOf,
  signEntry,
  signLeafStatement,
  utf8,
  type EntryEvent,
  type EntryStatement,
  type MoveTo,
  type Seal,
} from '@parley/seal'
import type { Person } from '@parley/testkit/agreedCall'
import type { StagedCall } from '@parley/testkit/evil'
import { signal } from '@preact/signals-core'
import type { CallFacts } from '../../apps/web/src/model/callFacts.ts'
import { partsView, type PartsView } from '../../apps/web/src/model/agenda/partsView.ts'
import { startAgenda } from '../../apps/web/src/model/agenda/startAgenda.ts'

/** The parts of the agenda as somebody’s screen has them. */
export class PartsAt implements AsyncDisposable {
  readonly #runner: PartsRunner
  readonly #facts: () => CallFacts
  readonly #call: () => Call
  readonly #stack: AsyncDisposableStack

  private constructor(parts: {
    runner: PartsRunner
    facts: () => CallFacts
    call: () => Call
    stack: AsyncDisposableStack
  }) {
    this.#runner = parts.runner
    this.#facts = parts.facts
    this.#call = parts.call
    this.#stack = parts.stack
  }

  /** As a page begins them, once one is in the call. */
  static async open(
    { seat: at, room, clock }: { seat: OpenSeat; room: OpenRoom; clock: Clock },
    factsNow: () => CallFacts,
  ): Promise<PartsAt> {
    const stack = new AsyncDisposableStack()
    const record = stack.use(await CallRecord.open({ seat: at, plenary: room, clock }))
    const { call: id, side, seat } = at.record
    const sign = (what: readonly EntryEvent[]) => {
      record.note(...what)
      void record.flush()
    }
    const runner = stack.use(
      new PartsRunner({
        call: id,
        side,
        seat,
        documents: at.documents,
        log: record.log,
        clock,
        sign,
        give: (entries) => void record.give(entries).catch(() => undefined),
      }),
    )
    const call = signal(room.runner.call)
    const facts = signal(factsNow())
    const tell = room.runner.send.bind(room.runner)
    stack.use(startAgenda({ call, facts, parts: runner, tell }))
    const follow = room.runner.listen((now) => {
      call.value = now
      facts.value = factsNow()
    })
    stack.use(follow)
    return new PartsAt({ runner, facts: factsNow, call: () => room.runner.call, stack })
  }

  /** Of the call, as a recorder reads it. */
  get now(): PartNow | undefined {
    return this.#call().part
  }

  /** As its screen shows them. */
  get shown(): PartsView {
    const { agenda, sides, nowMs } = this.#facts()
    const names = { agenda, sides, nowMs, seats: this.#runner.ground.seats }
    return partsView(this.#runner.parts, names)
  }

  proposes(item: number): void {
    this.#runner.propose(item)
  }

  agrees(): void {
    this.#with((to) => this.#runner.agree(to))
  }

  takesBack(): void {
    this.#with((to) => this.#runner.refuse(to))
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#stack.disposeAsync()
  }

  #with(act: (to: MoveTo) => void): void {
    const [to] = standing(this.#runner.parts)
    if (!to) throw new Error('Nothing is proposed')
    act(to)
  }
}

/** Puts an entry into the log that a key signs in somebody’s name, with whatever else it is to say. */
export async function putEntry(
  staged: StagedCall,
  key: Seal,
  event: EntryEvent,
  change: Partial<EntryStatement> & { by?: PublicKey } = {},
): Promise<void> {
  const { call } = staged.agreed.terms
  const at = staged.clock.nowMs()
  const chain = { n: 1, previous: null, heard: null }
  const said = { call, room: PLENARY, by: key.publicKey, ...chain, at, what: [event], ...change }
  const { jws } = await signEntry(key.signingKey, said)
  const opened = { kind: 'entry', epoch: 0, statement: utf8(jws) } as const
  staged.server.put(PLENARY, await staged.seal(opened), { isKept: true })
}

/** What ties a leaf to a seat, as the first entry of its chain shows it. */
export async function presentOf(
  staged: StagedCall,
  { device, me }: Person,
  leaf: Seal,
): Promise<EntryEvent> {
  const { call } = staged.agreed.terms
  const at = staged.clock.nowMs()
  const said = { call, room: PLENARY, group: 'AAAA', leaf: leaf.publicKey, at }
  const statement = { ...said, pass: await hashOf(me.pass) }
  const signed = await signLeafStatement(device.signingKey, statement)
  return { is: 'present', at, pass: me.pass, leaf: signed }
}

import {
  createCall,
  Desk,
  newSideId,
  readLink,
  serverAt,
  type InvitationLink,
  type Server,
} from '@parley/client'
import type { Clock } from '@parley/call'
import type { SideId } from '@parley/protocol'
import { makeSeal, type ProposedPlan, type Seal } from '@parley/seal'
import { startServer } from '@parley/server'
import { manualClock, memoryKeyStore } from '@parley/testkit'
import { bentServer, Middle } from './bentServer.ts'

const PAGE = 'https://parley.example'

/** A desk that planned a call and invited the other side's, with an attacker on the lines of each. */
export class Inviting implements AsyncDisposable {
  readonly first: Desk
  readonly link: InvitationLink
  readonly proposal: ProposedPlan
  readonly seal: Seal
  /** Of the inviting desk's line, and of the invited one's. */
  readonly middles: { readonly first: Middle; readonly second: Middle }
  readonly #server: Server
  readonly #parts: AsyncDisposableStack
  readonly #clock: Clock

  private constructor(made: {
    first: Desk
    link: InvitationLink
    proposal: ProposedPlan
    seal: Seal
    middles: Inviting['middles']
    server: Server
    parts: AsyncDisposableStack
    clock: Clock
  }) {
    this.first = made.first
    this.link = made.link
    this.proposal = made.proposal
    this.seal = made.seal
    this.middles = made.middles
    this.#server = made.server
    this.#parts = made.parts
    this.#clock = made.clock
  }

  static async open(): Promise<Inviting> {
    await using parts = new AsyncDisposableStack()
    const running = parts.use(await startServer())
    const server = serverAt(running.url)
    const clock = manualClock(Date.now())
    const middles = { first: new Middle(), second: new Middle() }
    const [seal, side, other] = [await makeSeal(), newSideId(), newSideId()]
    const proposal = proposalOf([side, other], { seal, start: clock.nowMs() })
    const at = { server: bentServer(server, middles.first), store: memoryKeyStore(), clock }
    const { createToken } = running
    const first = parts.use(
      await Desk.open(at, await createCall(at, { seal, side, proposal, createToken })),
    )
    const link = readLink(new URL(await first.invite(other, PAGE)).hash)
    if (link?.is !== 'invitation') throw new Error('It invites')
    const stays = parts.move()
    return new Inviting({ first, link, proposal, seal, middles, server, parts: stays, clock })
  }

  /** The side that is invited. */
  get invited(): SideId {
    const side = this.proposal.sides.find(({ seal }) => seal === null)?.side
    if (!side) throw new Error('One side is invited')
    return side
  }

  /** What a desk opens with, over the second line. */
  get desk(): Parameters<typeof Desk.open>[0] {
    const server = bentServer(this.#server, this.middles.second)
    return { server, store: memoryKeyStore(), clock: this.#clock }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#parts[Symbol.asyncDispose]()
  }
}

function proposalOf(
  [side, other]: readonly [SideId, SideId],
  { seal, start }: { seal: Seal; start: number },
): ProposedPlan {
  return {
    title: 'Talks',
    start,
    timeZone: 'UTC',
    languages: ['en'],
    agenda: [{ part: 1, title: 'Opening', minutes: 5, open: false }],
    modalities: { recording: 'never', ifLineDrops: '', peopleInRoom: '' },
    sides: [
      { side, name: 'Switzerland', flag: 'CH', seal: seal.publicKey },
      { side: other, name: 'Kenya', flag: 'KE', seal: null },
    ],
  }
}

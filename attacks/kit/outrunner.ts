import type { Request } from '@parley/client'
import { applyLogged, commitRefresh, sealEnvelope, type Room } from '@parley/group'
import { PLENARY } from '@parley/protocol'
import type { StagedCall } from '@parley/testkit/evil'

/** A member's evil client that has a refresh of its own ready for each epoch; the server lets it pass every other commit. */
export class Outrunner {
  readonly #staged: StagedCall
  #room: Room
  #ready: { envelope: string; room: Room } | undefined
  #preparing: Promise<void>
  #isStopped = false
  /** How often it was first. */
  times = 0

  constructor(staged: StagedCall, room: Room) {
    this.#staged = staged
    this.#room = room
    this.#preparing = this.#prepare()
  }

  /** Once it has one ready. */
  isReady(): Promise<void> {
    return this.#preparing
  }

  /** Before a commit of others goes into the log, one of its own does. */
  readonly overtake = (asked: Request): undefined => {
    const ready = this.#ready
    if (asked.type !== 'append' || !asked.commit || this.#isStopped || !ready) return undefined
    this.#ready = undefined
    this.times++
    this.#staged.server.put(PLENARY, ready.envelope, { isCommit: true })
    this.#room = ready.room
    this.#preparing = this.#prepare()
    return undefined
  }

  stop(): void {
    this.#isStopped = true
  }

  async #prepare(): Promise<void> {
    const refreshed = await commitRefresh(this.#room)
    if (!refreshed) throw new Error('It is not alone')
    const envelope = await sealEnvelope(await this.#staged.envelopeTo(), refreshed.opened)
    const { room } = await applyLogged(refreshed.room, refreshed.opened)
    this.#ready = { envelope, room }
  }
}

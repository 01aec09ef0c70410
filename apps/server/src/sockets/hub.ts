import type { CallId } from '@parley/protocol'
import type { Session, Who } from './session.ts'

/** The signed-in sockets of this server, by call. */
export class Hub {
  readonly #byCall = new Map<CallId, Set<Session>>()

  add(session: Session): void {
    const sessions = this.#byCall.get(session.who.call) ?? new Set()
    this.#byCall.set(session.who.call, sessions.add(session))
  }

  remove(session: Session): void {
    const sessions = this.#byCall.get(session.who.call)
    sessions?.delete(session)
    if (sessions?.size === 0) this.#byCall.delete(session.who.call)
  }

  /** Those of a call of whom it is true. */
  of(call: CallId, isMeant: (who: Who, session: Session) => boolean): Session[] {
    return [...(this.#byCall.get(call) ?? [])].filter((session) => isMeant(session.who, session))
  }

  all(): Session[] {
    return [...this.#byCall.values()].flatMap((sessions) => [...sessions])
  }
}

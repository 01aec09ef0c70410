import { applyLogged, makeMessage, writeWord, type Opened, type Room } from '@parley/group'
import type { Heads } from '@parley/seal'

/** A member, or one who was one, with a client of their own: what the device has of the group, and nobody’s rules. */
export class EvilMember {
  room: Room

  constructor(room: Room) {
    this.room = copyOf(room)
  }

  /** Reads entries of the log as a client does. */
  async follow(...entries: readonly (Opened | undefined)[]): Promise<void> {
    for (const entry of entries)
      // oxlint-disable-next-line no-await-in-loop -- a log is read in order
      this.room = (await applyLogged(this.room, entry)).room
  }

  /** Says in its present epoch that it is there and knows those lists. */
  async heartbeat(heads: Heads): Promise<Opened> {
    const nobody = new Set<never>()
    const quiet = { microphone: { n: 0 }, tracks: [], hears: nobody, sees: nobody }
    const word = writeWord({ word: 'heartbeat', nextMs: 5000, heads, ...quiet })
    const made = await makeMessage(this.room, word)
    if (!made) throw new Error('Nobody else is there')
    this.room = made.room
    return made.opened
  }
}

/** With secrets of its own: who moves on wipes those that were used. */
export function copyOf(room: Room): Room {
  const { clientConfig, signaturePrivateKey, ...state } = room.state
  return { ...room, state: { ...structuredClone(state), clientConfig, signaturePrivateKey } }
}

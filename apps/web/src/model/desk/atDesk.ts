import type { Desk } from '@parley/client'
import { derivingKey, Secret } from '@parley/seal'
import type { PresenceSource } from '../presence.ts'

/** A desk's look at the plenary, in which it has no leaf. */
export function atDesk(desk: Desk): PresenceSource {
  const { connection } = desk
  const { call, callSecret } = desk.state.record
  return {
    connection,
    call,
    callSecret: () => derivingKey(new Secret(new Uint8Array(callSecret))),
    known: () => desk.state.documents,
    isFollowed: false,
  }
}

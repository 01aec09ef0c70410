import type { Room } from 'livekit-client'

/**
 * Who may have what one sends, as the media server is told: nobody else, which it has to be told, too, since
 * by itself it lets everybody. Told when that changes, and in each room anew.
 */
export class Permissions {
  #toldIn: Room | undefined
  #told = ''

  let(room: Room, identities: Iterable<string>): void {
    const all = [...new Set(identities)].toSorted()
    const now = all.join(' ')
    if (room === this.#toldIn && now === this.#told) return
    this.#toldIn = room
    this.#told = now
    const permissions = all.map((identity) => ({ participantIdentity: identity, allowAll: true }))
    room.localParticipant.setTrackSubscriptionPermissions(false, permissions)
  }
}

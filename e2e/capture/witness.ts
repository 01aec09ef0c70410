import type { MediaEpoch } from '@parley/call'
import { openCall, systemClock, type OpenRoom } from '@parley/client'
import type { SeatId } from '@parley/protocol'
import type { PlannedCall } from '@parley/testkit'
import { TicketTaker } from '../plainClients.ts'

/** A member of the call in this process: its memory has what every member's has. */
export interface Witness extends AsyncDisposable {
  /** Who it is at the media server, and in which room there. */
  readonly at: Promise<{ identity: string; room: string }>
  /** Of each epoch that it was in: the base key of its frames, and the secrets of the group. */
  readonly secrets: ReadonlyMap<string, Uint8Array>
}

/** Sits down and presses. */
export async function witness(planned: PlannedCall, seat: SeatId): Promise<Witness> {
  const media = new Keeper()
  const call = await openCall(await planned.sit(seat), { media, clock: systemClock })
  media.call = call
  call.runner.send({ type: 'join-pressed', atMs: systemClock.nowMs() })
  return {
    at: media.ticket.then(({ token }) => placeIn(token)),
    secrets: media.secrets,
    [Symbol.asyncDispose]: () => call[Symbol.asyncDispose](),
  }
}

class Keeper extends TicketTaker {
  readonly secrets = new Map<string, Uint8Array>()
  call: OpenRoom | undefined

  override async setEpoch(epoch: MediaEpoch): Promise<void> {
    this.secrets.set(`base key of epoch ${epoch.epoch}`, epoch.baseKey.slice())
    const schedule = this.call?.room.group?.state.keySchedule ?? {}
    for (const [name, secret] of Object.entries<Uint8Array>(schedule))
      this.secrets.set(`${name} of epoch ${epoch.epoch}`, secret.slice())
    await super.setEpoch(epoch)
  }
}

function placeIn(token: string): { identity: string; room: string } {
  const [, claims = ''] = token.split('.')
  const { sub, video } = JSON.parse(Buffer.from(claims, 'base64url').toString())
  return { identity: sub, room: video.room }
}

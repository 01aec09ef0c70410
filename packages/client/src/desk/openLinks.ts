import { aidePlaceOf, type SeatId, type SideId } from '@parley/protocol'
import { Secret } from '@parley/seal'
import { invitationUrl, seatLinkUrl } from '../enrolment/links.ts'
import type { DeskRecord } from './deskRecord.ts'

/** The links of a desk that are not spent, to be shown again. */
export type OpenLinks = {
  readonly seats: ReadonlyMap<SeatId, string>
  readonly invitations: ReadonlyMap<SideId, string>
}

/** `page` is the origin whose copy of the client they open; `own` are the seats of this side, whose aides may have one, too. */
export async function openLinks(
  { links, invitations, seal }: Pick<DeskRecord, 'links' | 'invitations' | 'seal'>,
  { page, own }: { page: string; own: readonly { seat: SeatId }[] },
): Promise<OpenLinks> {
  const from = { origin: page, seal: seal.publicKey }
  const seats = Object.entries(links).map(async ([name, bytes]) => {
    const seat = name as SeatId
    const isForAide = own.some((one) => aidePlaceOf(one.seat) === seat)
    const link = { secret: new Secret(bytes.slice()), seat, isForAide }
    return [seat, await seatLinkUrl(from, link)] as const
  })
  const sides = Object.entries(invitations).map(
    async ([name, bytes]) =>
      [name as SideId, await invitationUrl(from, new Secret(bytes.slice()))] as const,
  )
  return {
    seats: new Map(await Promise.all(seats)),
    invitations: new Map(await Promise.all(sides)),
  }
}

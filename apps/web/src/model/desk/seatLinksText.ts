import type { SeatRow } from './deskView.ts'

/** A seat whose link is open. */
export type LinkedSeat = SeatRow & { link: string }

/** The seats of a delegation whose links can be handed on. */
export function linkedSeats(rows: readonly SeatRow[]): readonly LinkedSeat[] {
  return rows.flatMap((row) => (row.link === undefined ? [] : [{ ...row, link: row.link }]))
}

/** Those for which a link can be made, and none was: agreed, and without a pass. */
export function seatsToLink(rows: readonly SeatRow[]): readonly SeatRow[] {
  return rows.filter(
    ({ isAgreed, pass, link, unsigned }) =>
      isAgreed && pass === 'none' && link === undefined && unsigned === undefined,
  )
}

/** Names and links, one person a line, apart as a spreadsheet pastes them. */
export function seatLinksText(seats: readonly LinkedSeat[]): string {
  return seats.map(({ name, link }) => `${name}\t${link}`).join('\n')
}

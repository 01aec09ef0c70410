import type { CallNotice } from './callNotices.ts'

/** Something to do about a notice, beside what the controls are for. */
export type CallOffer =
  /** By telephone, since the call is what does not work or cannot be trusted. */
  | { is: 'ring-desk'; telephone: string }
  | { is: 'leave' }
  | { is: 'show-turned-away' }
  /** Puts the notice away. */
  | { is: 'note' }

/** What a notice offers, the first thing to do first. Without a telephone of the own desk none is rung. */
export function offersOf(notice: CallNotice, telephone: string | undefined): readonly CallOffer[] {
  const own = ownOffers(notice, telephone)
  return notice.canBeDismissed ? [...own, { is: 'note' }] : own
}

function ownOffers(notice: CallNotice, telephone: string | undefined): readonly CallOffer[] {
  const ring: readonly CallOffer[] = telephone ? [{ is: 'ring-desk', telephone }] : []
  switch (notice.type) {
    case 'held':
      return [...ring, { is: 'leave' }]
    case 'refused':
      return notice.code === 'unknown-seal'
        ? [...ring, { is: 'leave' }]
        : [{ is: 'show-turned-away' }]
    case 'removed':
      return notice.because === 'left' ? [] : [{ is: 'show-turned-away' }]
    case 'foreign':
    case 'unconfirmed':
    case 'unsettled':
    case 'not-entered':
      return ring
    default:
      return []
  }
}

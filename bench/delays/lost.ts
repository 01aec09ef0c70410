import type { LoggedFrame } from '../browser/frameLog.ts'

/** What became of the frames that two people sent each other. */
export type Account = {
  sent: number
  /** Not sealed by the sender's worker. */
  notSealed: number
  /** Come to the receiver's worker, and not given to the decoder. */
  notOpened: number
  /** Sealed sound that never came to the receiver's worker. Of pictures the media server forwards one layer only. */
  neverCame: number
}

/** Accounts for the frames that one sent until a moment; the logs go on long enough for the last to arrive. */
export function accountFor(
  sender: readonly LoggedFrame[],
  receiver: readonly LoggedFrame[],
  untilMs: number,
): Account {
  const sent = sender.filter(({ side, inMs }) => side === 'send' && inMs <= untilMs)
  const came = receiver.filter(({ side }) => side === 'receive')
  const seals = new Set(came.map(({ seal }) => seal))
  const sealed = sent.filter(({ outMs }) => outMs !== undefined)
  return {
    sent: sent.length,
    notSealed: sent.length - sealed.length,
    notOpened: came.filter(({ outMs, inMs }) => outMs === undefined && inMs <= untilMs).length,
    neverCame: sealed.filter(({ kind, seal }) => kind === 'audio' && !seals.has(seal)).length,
  }
}

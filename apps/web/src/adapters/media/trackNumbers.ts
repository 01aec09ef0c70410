import type { TrackNumber } from '@parley/protocol'

let last = 0

/** A track number of this page, given once: its worker's counter must never meet it again under one leaf. */
export function nextTrackNumber(): TrackNumber {
  if (last === 4095) throw new RangeError('no track numbers left: reload the page')
  return ++last as TrackNumber
}

/** What the media server calls a track: random, so that it tells nothing. */
export function randomTrackName(): string {
  return crypto.getRandomValues(new Uint8Array(12)).toBase64({ alphabet: 'base64url' })
}

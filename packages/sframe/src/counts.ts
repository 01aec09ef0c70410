/** Why a frame did not go out. */
export type SendDrop =
  | 'unbound'
  | 'no-epoch'
  | 'held-back'
  | 'gate-closed'
  | 'codec-not-allowed'
  | 'failed'

/** Why a frame was not played. `filler` are the media server's own frames, and no attack. */
export type ReceiveDrop =
  | 'unbound'
  | 'filler'
  | 'codec-not-allowed'
  | 'malformed'
  | 'wrong-leaf'
  | 'wrong-track'
  | 'unknown-epoch'
  | 'old-epoch'
  | 'not-in-epoch'
  | 'replayed'
  | 'not-authentic'
  | 'outside-bounds'
  | 'too-many-waiting'
  | 'failed'

/** Frames of one track that passed, and those that did not, by reason. They only grow. */
export type Counts<Reason extends string> = {
  passed: number
  drops: Partial<Record<Reason, number>>
}

/** Nothing counted yet. */
export function noCounts<Reason extends string>(): Counts<Reason> {
  return { passed: 0, drops: {} }
}

/** Counts one frame: as passed, or under the reason why it did not. */
export function count<Reason extends string>(counts: Counts<Reason>, drop?: Reason): void {
  if (drop === undefined) counts.passed++
  else counts.drops[drop] = (counts.drops[drop] ?? 0) + 1
}

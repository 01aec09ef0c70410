import type { RequestKind } from '@parley/call'

/** What an interpreter does at the console. */
export type BoothGesture =
  | { type: 'into-chosen'; into: string }
  /** Opens the microphone into the language, or closes it. */
  | { type: 'air-pressed' }
  | { type: 'cough-pressed' }
  | { type: 'cough-released' }
  /** Whether the button is held is not known any more. */
  | { type: 'cough-lost' }
  /** Offers the language, takes that back, or takes the language. */
  | { type: 'hand-over-pressed' }
  | { type: 'asked'; what: RequestKind }
  | { type: 'loudness-chosen'; loudness: number }
  | { type: 'aside-changed'; text: string }
  | { type: 'aside-sent' }

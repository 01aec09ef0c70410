import type { TrackNumber } from '@parley/protocol'
import type { Microphone, MicrophoneStep } from './microphone.ts'
import { closedAfter } from './microphoneWord.ts'

/** What a cough hears of. */
export type CoughEvent =
  | { type: 'cough-pressed'; atMs: number }
  | { type: 'cough-released' }
  /** The page no longer knows whether the button is held. */
  | { type: 'cough-lost' }
  | { type: 'gate-closed'; track: TrackNumber; after: number }
  | { type: 'ticked'; nowMs: number }

/**
 * A cough that lasts is said to be a closed microphone. Larger: the others are told that sound does not
 * arrive. Smaller: each cough is two words to everybody, and takes the first word after it.
 */
const SAID_AFTER_MS = 1000

/**
 * The gate is closed while the hand holds, and opens for the same ears when it lets go: it never left the
 * button. A short cough is no word: no frame passes, within bounds that stay as they were said.
 */
export function stepCough(microphone: Microphone, event: CoughEvent): MicrophoneStep {
  if (microphone.phase === 'open' && event.type === 'cough-pressed') {
    const { ground, aim } = microphone
    const coughing = { phase: 'coughing', ground, aim, after: undefined, isSaid: false } as const
    return [{ ...coughing, sinceMs: event.atMs }, [{ do: 'close-gate' }]]
  }
  if (microphone.phase !== 'coughing') return [microphone, []]
  const { ground, aim, sinceMs, after, isSaid } = microphone
  switch (event.type) {
    case 'gate-closed': {
      const { track, after: last } = event
      return [{ ...microphone, after: { track, after: last } }, []]
    }
    case 'cough-released':
      return [{ phase: isSaid ? 'opening' : 'open', ground, aim }, [{ do: 'open-gate' }]]
    case 'cough-lost':
      return [{ phase: 'closing', ground, by: 'cough-lost' }, [{ do: 'close-gate' }]]
    case 'ticked': {
      if (isSaid || !after || event.nowMs - sinceMs < SAID_AFTER_MS) return [microphone, []]
      const said = closedAfter(after.track, after.after)
      return [{ ...microphone, isSaid: true }, [{ do: 'say-microphone', said }]]
    }
    case 'cough-pressed':
      return [microphone, []]
  }
}

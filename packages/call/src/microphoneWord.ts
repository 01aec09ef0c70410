import type { LeafIndex, TrackNumber } from '@parley/protocol'

/**
 * Whom a voice is for, where that is not everybody in the room: with `into` it is an interpretation into
 * that language, with `to` it is for that leaf's ears alone.
 */
export type Aim = { into?: string; to?: LeafIndex }

/** Whether its leaf signs for each frame of an open microphone. */
export type Attested = { attested?: true }

/** The counters between which frames of a microphone may be played; neither: nothing of it is. */
export type MicrophoneBoundsSaid = {
  open?: { track: TrackNumber; from: number } & Attested & Aim
  closed?: { track: TrackNumber; after: number }
}

/** What a leaf signs of its microphone. The running number grows with each, so that an older one undoes nothing. */
export type MicrophoneWord = MicrophoneBoundsSaid & { n: number }

/** A leaf whose microphone was never opened. */
export const NEVER_OPENED: MicrophoneWord = { n: 0 }

/** A gate that closed before any frame passed has no last counter: nothing of it may be played. */
export function closedAfter(track: TrackNumber, after: number): MicrophoneBoundsSaid {
  return after < 0 ? {} : { closed: { track, after } }
}

/** The next word of the same leaf. */
export function nextWord({ n }: MicrophoneWord, said: MicrophoneBoundsSaid): MicrophoneWord {
  return { n: n + 1, ...said }
}

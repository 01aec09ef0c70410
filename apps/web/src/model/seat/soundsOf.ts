import type { Role } from '@parley/seal'
import type { LeafIndex, TrackNumber } from '@parley/protocol'
import type { Person } from '../callFacts.ts'
import type { MediaTracks } from './mediaTracks.ts'
import type { Voice } from './voiceOf.ts'

/** What is played of somebody, and to whom. */
type Sounds = Pick<Person, 'audio' | 'interpretation'>

/** Of oneself nothing is played. */
export const NO_SOUND: Sounds = { audio: [], interpretation: undefined }

/**
 * What came of a leaf. An interpreter's voice is on the floor only while it is open for all, so that no
 * word into a language is heard there while the word that says so is on its way to the screen.
 */
export function soundsOf(
  leaf: LeafIndex,
  announced: readonly { number: TrackNumber; kind: string }[],
  {
    tracks: { attached },
    role,
    voice,
    isKept,
  }: {
    tracks: MediaTracks
    role: Role | undefined
    voice: Voice | undefined
    /** Its microphone is open for somebody, and not for whoever listens here. */
    isKept: boolean
  },
): Sounds {
  const find = (kind: string) => {
    const numbers = announced.filter((one) => one.kind === kind).map(({ number }) => number)
    return attached
      .filter((one) => one.leaf === leaf && numbers.includes(one.number))
      .map(({ media }) => media)
  }
  const [screens, voices] = [find('screen-sound'), isKept ? [] : find('microphone')]
  const isAside = role === 'interpreter' && (!voice || voice.into !== undefined)
  return isAside
    ? { audio: screens, interpretation: voices[0] }
    : { audio: [...voices, ...screens], interpretation: undefined }
}

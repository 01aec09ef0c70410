import { CHIME_MS, loudnessOfNote, NOTES } from './chime.ts'

/** How loud each note of the chime is in the microphone, from 0 to 1, so long after it was started. */
export type NotesHeard = { sinceMs: number; amplitudes: readonly number[] }

/**
 * Whether the chime came back. `unclear` is when something else sounded in its notes: that neither
 * shows an echo nor excludes one.
 */
export type EchoJudgement = 'none' | 'echo' | 'unclear'

/** The longest way that is looked for, from starting the sound to reading it: over a wireless headset it is nearly half of that. */
const LATEST_MS = 900

/** How finely that way is tried. */
const STEP_MS = 20

/** How long after its start to listen for the chime. */
export const LISTEN_MS: number = CHIME_MS + LATEST_MS

/** What comes back more softly, others do not hear under a voice: −60 dBFS. */
const HEARD_FROM = 0.001

/** Of 1, how alike heard and played are. Larger: echo in a lively room is missed. Smaller: a voice is taken for it. */
const ALIKE = 0.7

/** A sine at full scale reads so much lower in the browser’s analyser: half for the other half of the spectrum, 0.42 for its window. */
const ANALYSER_READS = 0.21

/** How loud each note of the chime is in a spectrum of the browser’s analyser. */
export function notesIn(spectrum: Float32Array, sampleRate: number): number[] {
  const binHz = sampleRate / 2 / spectrum.length
  return NOTES.map(({ hz }) => {
    const bin = Math.round(hz / binHz)
    return 10 ** (Math.max(...spectrum.subarray(bin - 1, bin + 2)) / 20) / ANALYSER_READS
  })
}

/** Compares what was heard with what was played, over all delays that there may be between them. */
export function judgeEcho(heard: readonly NotesHeard[]): EchoJudgement {
  if (Math.max(0, ...heard.flatMap(({ amplitudes }) => amplitudes)) < HEARD_FROM) return 'none'
  for (let delayMs = 0; delayMs <= LATEST_MS; delayMs += STEP_MS)
    if (likeness(heard, delayMs) >= ALIKE) return 'echo'
  return 'unclear'
}

/** The correlation with the chime as it would sound after that delay: 1 is the same, 0 has nothing in common. */
function likeness(heard: readonly NotesHeard[], delayMs: number): number {
  let [together, played, came] = [0, 0, 0]
  for (const [note, { atMs }] of NOTES.entries()) {
    const expected = centred(heard.map(({ sinceMs }) => loudnessOfNote(sinceMs - delayMs - atMs)))
    const found = centred(heard.map(({ amplitudes }) => amplitudes[note] ?? 0))
    together += expected.reduce((sum, one, at) => sum + one * (found[at] ?? 0), 0)
    played += power(expected)
    came += power(found)
  }
  return played === 0 || came === 0 ? 0 : together / Math.sqrt(played * came)
}

function centred(values: readonly number[]): number[] {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length
  return values.map((one) => one - mean)
}

function power(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one * one, 0)
}

/** One's own line, shown to the others as it is typed while that is switched on. */
export type OwnLetters = {
  isOn: boolean
  /** What they should read, and what they were last told. */
  line: Line | undefined
  told: Line | undefined
  toldAtMs: number
  isOnItsWay: boolean
  isTimed: boolean
}

type Line = { id: string; text: string }

export type OwnLettersEvent =
  | { type: 'letters-switched'; isOn: boolean; atMs: number }
  | { type: 'letters-typed'; id: string; text: string; atMs: number }
  /** The message goes under the line's id, and takes its place with whoever reads it. */
  | { type: 'line-sent' }
  | { type: 'typing-said' | 'typing-not-said' | 'typing-due'; atMs: number }

export type OwnLettersEffect =
  | { do: 'say-typing'; id: string; text: string }
  | { do: 'wait'; forMs: number }

/** As one comes in: nobody sees what is not sent. */
export const LETTERS_OFF: OwnLetters = {
  isOn: false,
  line: undefined,
  told: undefined,
  toldAtMs: -Infinity,
  isOnItsWay: false,
  isTimed: false,
}

/** Between two words. Larger: letters come in jerks. Smaller: a log that everybody reads fills with half words. */
const BETWEEN_MS = 300

/** More for each UTF-16 unit, because a word says the whole line. Larger: long lines stand still. Smaller: they fill the log. */
const MORE_PER_UNIT_MS = 1

type Step = readonly [OwnLetters, readonly OwnLettersEffect[]]

/** One word at a time, at most one in 300 ms, and always the newest in the end. */
export function stepOwnLetters(letters: OwnLetters, event: OwnLettersEvent): Step {
  switch (event.type) {
    case 'letters-switched':
      return say({ ...letters, isOn: event.isOn }, event.atMs)
    case 'letters-typed':
      return say({ ...letters, line: { id: event.id, text: event.text } }, event.atMs)
    case 'line-sent':
      return [{ ...letters, line: undefined, told: undefined }, []]
    case 'typing-said':
      return say({ ...letters, isOnItsWay: false }, event.atMs)
    case 'typing-not-said':
      return [{ ...letters, isOnItsWay: false, told: undefined }, []]
    case 'typing-due':
      return say({ ...letters, isTimed: false }, event.atMs)
  }
}

function say(letters: OwnLetters, nowMs: number): Step {
  const { told, toldAtMs, isOnItsWay, isTimed } = letters
  const next = nextOf(letters)
  if (!next || isOnItsWay) return [letters, []]
  const forMs = toldAtMs + BETWEEN_MS + (told?.text.length ?? 0) * MORE_PER_UNIT_MS - nowMs
  if (forMs <= 0)
    return [
      { ...letters, told: next, toldAtMs: nowMs, isOnItsWay: true },
      [{ do: 'say-typing', ...next }],
    ]
  return isTimed ? [letters, []] : [{ ...letters, isTimed: true }, [{ do: 'wait', forMs }]]
}

/** What the others have to be told, if anything: of a line that is shown no more, that it is given up. */
function nextOf({ isOn, line, told }: OwnLetters): Line | undefined {
  const wanted = isOn ? line : told && { ...told, text: '' }
  if (!wanted) return undefined
  const known = told?.id === wanted.id ? told.text : ''
  return wanted.text === known ? undefined : wanted
}

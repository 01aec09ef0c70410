import { isSameChannel, type Booth } from './booths.ts'

/** What a screen reader says of the interpretation that one hears. */
export type InterpreterSaying =
  | { type: 'you-hear'; language: string; name: string | undefined }
  | { type: 'interprets'; language: string; name: string }
  | { type: 'nobody-interprets'; language: string }

/** One that stands in the page for a while. */
export type InterpreterSaid = { key: number; atMs: number; saying: InterpreterSaying }

/** What was said lately, and what is known, so that it is not said again. */
export type InterpreterSaidState = {
  lately: readonly InterpreterSaid[]
  count: number
  known: { booth: Booth | undefined; name: string | undefined; awaySinceMs: number | undefined }
}

/** Nothing is known. One who hears the floor from the start is told nothing. */
export const NO_INTERPRETER_SAID: InterpreterSaidState = {
  lately: [],
  count: 0,
  known: { booth: undefined, name: undefined, awaySinceMs: undefined },
}

/** How long it stands in the page. Larger: whoever reads there meets what is over. Smaller: a slow reader misses it. */
const STANDS_FOR_MS = 15_000

/** How long nobody is on air before it is said. Larger: one waits unknowing. Smaller: each cough is told. */
const AWAY_AFTER_MS = 3000

/** Says who interprets when that changes, and that nobody does once that lasts. What one chooses oneself is not news. */
export function stepInterpreterSaid(
  state: InterpreterSaidState,
  { booth, wasChosen, nowMs }: { booth: Booth | undefined; wasChosen: boolean; nowMs: number },
): InterpreterSaidState {
  const { saying, known } = stepKnown(state.known, { booth, wasChosen, nowMs })
  const kept = state.lately.filter(({ atMs }) => nowMs - atMs < STANDS_FOR_MS)
  const lately = kept.length === state.lately.length ? state.lately : kept
  if (!saying) return { ...state, lately, known }
  const said = { key: state.count, atMs: nowMs, saying }
  return { lately: [...lately, said], count: state.count + 1, known }
}

function stepKnown(
  known: InterpreterSaidState['known'],
  { booth, wasChosen, nowMs }: { booth: Booth | undefined; wasChosen: boolean; nowMs: number },
): { saying?: InterpreterSaying; known: InterpreterSaidState['known'] } {
  const name = booth?.onAir?.name
  if (!booth) return { known: { booth, name: undefined, awaySinceMs: undefined } }
  const { language } = booth
  if (!isSameChannel(booth, known.booth)) {
    const next = { known: { booth, name, awaySinceMs: undefined } }
    return wasChosen ? next : { saying: { type: 'you-hear', language, name }, ...next }
  }
  if (name !== undefined) {
    const next = { known: { booth, name, awaySinceMs: undefined } }
    return name === known.name ? next : { saying: { type: 'interprets', language, name }, ...next }
  }
  const awaySinceMs = known.awaySinceMs ?? nowMs
  const isTold = known.name === undefined || nowMs - awaySinceMs < AWAY_AFTER_MS
  if (isTold) return { known: { booth, name: known.name, awaySinceMs } }
  return {
    saying: { type: 'nobody-interprets', language },
    known: { booth, name: undefined, awaySinceMs },
  }
}

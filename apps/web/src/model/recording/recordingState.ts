import type { RecorderFailure } from '@parley/sframe/recorder'

/** Why this device records nothing, though it was told to. */
export type RecordingFailure = RecorderFailure | 'no-key'

/** What a device that records goes by. */
export type RecordingGround = {
  /** Plan and delegation say that this seat's device may. */
  isAgreed: boolean
  /** The open part in progress, as every side agreed; undefined while a closed one runs, or none. */
  openPart: number | undefined
  /** When a part was open until: the first word that closed it, or asked to leave it. Undefined while it is not known to have closed. */
  openUntilMs: (part: number) => number | undefined
  /** One is in, nobody is held, and the words of the others come: else one does not know that a part has closed. */
  isInTouch: boolean
  /** When a word of anybody else was last heard. */
  heardAtMs: number
  nowMs: number
}

/** The recorder of a device, from the press of whoever sits there. */
export type RecordingState = {
  isWanted: boolean
  file: 'none' | 'making' | 'there'
  /** `announcing` until the log has the word of it; no frame is taken before. */
  phase: 'idle' | 'announcing' | 'recording'
  /** The part that is, or was last, recorded. */
  part: number | undefined
  /** One was not in touch when it was last left, and does not know yet whether the part had closed since this moment. */
  unsettledFromMs: number | undefined
  failure: RecordingFailure | undefined
}

export type RecordingEvent =
  | { type: 'switched'; isOn: boolean }
  | { type: 'followed'; ground: RecordingGround }
  | { type: 'file-made' }
  | { type: 'announced'; part: number }
  | { type: 'not-announced'; part: number }
  | { type: 'failed'; why: RecordingFailure }
  /** What recorded is gone, with its file; it may be made anew. */
  | { type: 'recorder-lost' }

export type RecordingEffect =
  | { do: 'make-file' }
  /** Says that this device records that part, or none. */
  | { do: 'announce'; part: number | undefined }
  | { do: 'allow'; part: number }
  | { do: 'close'; takeBackFromMs: number | undefined }
  | { do: 'end-file' }

type Step = readonly [RecordingState, readonly RecordingEffect[]]

/** As one comes in: nothing records by itself. */
export const RECORDS_NOTHING: RecordingState = {
  isWanted: false,
  file: 'none',
  phase: 'idle',
  part: undefined,
  unsettledFromMs: undefined,
  failure: undefined,
}

/**
 * Says first, and records then; and while anything is missing of what it takes, not a frame.
 */
export function stepRecording(state: RecordingState, event: RecordingEvent): Step {
  switch (event.type) {
    case 'switched':
      return event.isOn ? begin(state) : end({ ...state, failure: undefined })
    case 'followed':
      return follow(state, event.ground)
    case 'file-made':
      return [{ ...state, file: 'there' }, []]
    case 'announced':
      if (state.phase !== 'announcing' || state.part !== event.part) return [state, []]
      return [{ ...state, phase: 'recording' }, [{ do: 'allow', part: event.part }]]
    case 'not-announced':
      if (state.phase !== 'announcing' || state.part !== event.part) return [state, []]
      return [{ ...state, phase: 'idle' }, []]
    case 'failed': {
      const stopped = state.phase === 'idle' ? [] : [SAY_NONE]
      return [{ ...RECORDS_NOTHING, failure: event.why }, stopped]
    }
    case 'recorder-lost': {
      const stopped = state.phase === 'idle' ? [] : [SAY_NONE]
      if (!state.isWanted) return [RECORDS_NOTHING, stopped]
      return [
        { ...RECORDS_NOTHING, isWanted: true, file: 'making' },
        [...stopped, { do: 'make-file' }],
      ]
    }
  }
}

const SAY_NONE: RecordingEffect = { do: 'announce', part: undefined }

function begin(state: RecordingState): Step {
  if (state.isWanted) return [state, []]
  return [{ ...RECORDS_NOTHING, isWanted: true, file: 'making' }, [{ do: 'make-file' }]]
}

function end(state: RecordingState): Step {
  const [idle, effects] = leave(state, undefined)
  const { unsettledFromMs: takeBackFromMs } = idle
  const settled: readonly RecordingEffect[] =
    takeBackFromMs === undefined ? [] : [{ do: 'close', takeBackFromMs }]
  const ended: readonly RecordingEffect[] = state.file === 'none' ? [] : [{ do: 'end-file' }]
  return [RECORDS_NOTHING, [...effects, ...settled, ...ended]]
}

function follow(before: RecordingState, ground: RecordingGround): Step {
  const [state, settled] = settle(before, ground)
  const part = mayRecord(state, ground)
  if (state.phase === 'idle') {
    if (part === undefined) return [state, settled]
    return [{ ...state, phase: 'announcing', part }, [...settled, { do: 'announce', part }]]
  }
  if (part === state.part && part !== undefined)
    return [state, state.phase === 'recording' ? [{ do: 'allow', part }] : []]
  const [left, effects] = leave(state, takeBackFrom(state, ground))
  const unsettledFromMs = ground.isInTouch ? undefined : ground.heardAtMs
  return [{ ...left, unsettledFromMs }, effects]
}

/** The part to record now, if there is one. */
function mayRecord(
  { isWanted, file }: RecordingState,
  { isAgreed, isInTouch, openPart }: RecordingGround,
): number | undefined {
  const isReady = isWanted && file === 'there' && isAgreed && isInTouch
  return isReady ? openPart : undefined
}

function leave(state: RecordingState, takeBackFromMs: number | undefined): Step {
  if (state.phase === 'idle') return [state, []]
  const closed: readonly RecordingEffect[] =
    state.phase === 'recording' ? [{ do: 'close', takeBackFromMs }] : []
  return [{ ...state, phase: 'idle' }, [...closed, SAY_NONE]]
}

/** In touch again, one knows whether the part closed while one was not. */
function settle(state: RecordingState, ground: RecordingGround): Step {
  if (state.unsettledFromMs === undefined || !ground.isInTouch) return [state, []]
  const settled = { ...state, unsettledFromMs: undefined }
  if (ground.openPart === state.part) return [settled, []]
  return [settled, [{ do: 'close', takeBackFromMs: closedAt(state, ground) }]]
}

/** Of a part that closed, from when it did; out of touch, from the last word of anybody else once that is long ago. */
function takeBackFrom(state: RecordingState, ground: RecordingGround): number | undefined {
  if (ground.isInTouch) return ground.openPart === state.part ? undefined : closedAt(state, ground)
  return ground.nowMs - ground.heardAtMs > SILENT_MS ? ground.heardAtMs : undefined
}

/** Words come every five seconds. */
const SILENT_MS = 10_000

/** Where nobody says so, it is now: it is open no longer. */
function closedAt({ part }: RecordingState, { openUntilMs, nowMs }: RecordingGround): number {
  const untilMs = part === undefined ? undefined : openUntilMs(part)
  return Math.min(nowMs, untilMs ?? nowMs)
}

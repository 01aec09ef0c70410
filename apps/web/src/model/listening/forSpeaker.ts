import type { CallFacts, CallSide, Person } from '../callFacts.ts'
import { isSameChannel, type Booth } from './booths.ts'
import { lastHeardMs, type HeardVoices } from './heardVoices.ts'

/** What whoever speaks has to know of the interpretation that somebody listens to. */
export type ForSpeaker = {
  is: 'still-running' | 'nobody-interprets'
  language: string
  /** Named where another side has the same language. */
  of: CallSide | undefined
}

/** Since when one speaks and nobody interprets, by booth. */
export type Missing = ReadonlyMap<string, number>

/** How long one has been silent before it matters that interpreters still speak. Larger: it is over. Smaller: it is said at each breath. */
const FALLEN_SILENT_MS = 1500

/** How long an interpreter counts as speaking after the last sound. Larger: it is said when it is over. Smaller: it flickers between words. */
const STILL_SPEAKS_MS = 1200

/** How long nobody interprets before it is said. Larger: one speaks to nobody. Smaller: each cough and each hand-over is told. */
const GRACE_MS = 4000

/** Nothing is missing. */
export const NOTHING_MISSING: Missing = new Map()

/** Whether both say the same. */
export function isSameSaying(a: ForSpeaker | undefined, b: ForSpeaker | undefined): boolean {
  return a?.is === b?.is && a?.language === b?.language && a?.of === b?.of
}

/** What one's own voice has to do with the booths, all of it from signed words and measured sound. */
type Now = {
  facts: CallFacts
  booths: readonly Booth[]
  heard: HeardVoices
  nowMs: number
}

/**
 * One speaks with an open microphone, somebody listens to a booth, and nobody is on air there. Of the first
 * language of one's own seat nothing is missing: it is what one speaks. It lasts until that is over, also while one is silent.
 */
export function stepMissing(missing: Missing, { facts, booths, heard, nowMs }: Now): Missing {
  const you = speakerOf(facts)
  if (!you) return NOTHING_MISSING
  const lastMs = heard.get(you.seat)
  const isSpeaking = lastMs !== undefined && nowMs - lastMs < STILL_SPEAKS_MS
  const without = booths.filter(
    (booth) =>
      booth.onAir === undefined &&
      booth.language !== you.languages[0] &&
      isListenedTo(booth, facts.people),
  )
  return new Map(
    without.flatMap((booth) => {
      const sinceMs = missing.get(keyOf(booth)) ?? (isSpeaking ? nowMs : undefined)
      return sinceMs === undefined ? [] : [[keyOf(booth), sinceMs]]
    }),
  )
}

/** The one thing to say, if there is one: that nobody interprets before that somebody still does. */
export function forSpeaker(missing: Missing, now: Now): ForSpeaker | undefined {
  const { booths, nowMs } = now
  const without = booths.find((booth) => nowMs - (missing.get(keyOf(booth)) ?? nowMs) >= GRACE_MS)
  if (without) return { is: 'nobody-interprets', ...named(without, booths) }
  const running = runningAfter(now)
  return running && { is: 'still-running', ...named(running, booths) }
}

/** A booth that is still heard after one has fallen silent, when nobody else has spoken since. */
function runningAfter({ facts, booths, heard, nowMs }: Now): Booth | undefined {
  const you = speakerOf(facts)
  const lastMs = you && heard.get(you.seat)
  if (!you || lastMs === undefined || nowMs - lastMs < FALLEN_SILENT_MS) return undefined
  const others = facts.people.filter(({ isYou, into }) => !isYou && into === undefined)
  if ((lastHeardMs(heard, others) ?? 0) > lastMs) return undefined
  return booths.find(({ onAir, ...booth }) => {
    const heardMs = onAir && heard.get(onAir.seat)
    const isHeard = heardMs !== undefined && nowMs - heardMs < STILL_SPEAKS_MS
    return isHeard && isListenedTo(booth, facts.people)
  })
}

/** Oneself, while one's own microphone is open for all and something goes out. */
function speakerOf({ people, you, heldBack }: CallFacts): Person | undefined {
  if (you.microphone.phase !== 'open' || heldBack) return undefined
  return people.find(({ isYou, into, microphone }) => isYou && microphone === 'open' && !into)
}

function isListenedTo(booth: Pick<Booth, 'side' | 'language'>, people: readonly Person[]): boolean {
  return people.some(
    ({ isYou, standing, presence, listens }) =>
      !isYou &&
      standing === 'agreed' &&
      presence !== 'silent' &&
      listens !== undefined &&
      isSameChannel(listens, booth),
  )
}

function named(booth: Booth, booths: readonly Booth[]): Pick<ForSpeaker, 'language' | 'of'> {
  const { language, of } = booth
  const isShared = booths.some((one) => one !== booth && one.language === language)
  return { language, of: isShared ? of : undefined }
}

function keyOf({ side, language }: Pick<Booth, 'side' | 'language'>): string {
  return `${side} ${language}`
}

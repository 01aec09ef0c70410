import type { CallFacts, CallSide, Person } from '../callFacts.ts'
import { isSameChannel, type Booth } from './booths.ts'
import { lastHeardMs, type HeardVoices } from './heardVoices.ts'

/** What whoever speaks has to know of the interpretations that somebody listens to. */
export type ForSpeaker = {
  /** Into these nobody interprets. */
  missing: readonly InterpretedInto[]
  /** These still speak, and one is silent. */
  running: readonly InterpretedInto[]
}

/** A language; and the sides of which it is said, where it is not so of all that have it. */
export type InterpretedInto = { language: string; of: readonly CallSide[] }

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
  return isSameList(a?.missing, b?.missing) && isSameList(a?.running, b?.running)
}

function isSameList(a: ForSpeaker['running'] = [], b: ForSpeaker['running'] = []): boolean {
  const keys = (all: ForSpeaker['running']) =>
    all.map(({ language, of }) => [language, ...of.map(({ side }) => side)].join()).join(' ')
  return keys(a) === keys(b)
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

/** All that there is to say: into what nobody interprets, and into what somebody still does. */
export function forSpeaker(missing: Missing, now: Now): ForSpeaker | undefined {
  const { booths, nowMs } = now
  const without = booths.filter((booth) => nowMs - (missing.get(keyOf(booth)) ?? nowMs) >= GRACE_MS)
  const running = runningAfter(now)
  if (without.length + running.length === 0) return undefined
  return { missing: named(without, booths), running: named(running, booths) }
}

/** Booths that are still heard after one has fallen silent, when nobody else has spoken since. */
function runningAfter({ facts, booths, heard, nowMs }: Now): readonly Booth[] {
  const you = speakerOf(facts)
  const lastMs = you && heard.get(you.seat)
  if (!you || lastMs === undefined || nowMs - lastMs < FALLEN_SILENT_MS) return []
  const others = facts.people.filter(({ isYou, into }) => !isYou && into === undefined)
  if ((lastHeardMs(heard, others) ?? 0) > lastMs) return []
  return booths.filter(({ onAir, ...booth }) => {
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

/** Each language once, in the order of the booths. */
function named(told: readonly Booth[], booths: readonly Booth[]): readonly InterpretedInto[] {
  const languages = new Set(told.map(({ language }) => language))
  return [...languages].map((language) => {
    const ofThose = (all: readonly Booth[]) => all.filter((one) => one.language === language)
    const these = ofThose(told)
    const isOfAll = these.length === ofThose(booths).length
    return { language, of: isOfAll ? [] : these.map(({ of }) => of) }
  })
}

function keyOf({ side, language }: Pick<Booth, 'side' | 'language'>): string {
  return `${side} ${language}`
}

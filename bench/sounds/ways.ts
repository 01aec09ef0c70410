import type { Sitter } from '../../e2e/stage.ts'
import { note, notedBy, NOTHING, type HeardSound } from '../browser/watch.ts'
import { curveOf } from '../delays/curves.ts'
import { lagMs, type Sample } from '../delays/lag.ts'
import { glassToGlass } from '../delays/pairs.ts'

/** The three between whom sound goes. */
export type Three = { speaker: Sitter; interpreter: Sitter; listener: Sitter }

/** What one window showed, in ms; not a number where there was too little of it. */
export type Ways = {
  /** From the speaker to the listener. */
  picture: readonly number[]
  floor: number
  /** From the speaker to the interpreter's ears, and from the interpreter to the listener. */
  toInterpreter: number
  fromInterpreter: number
}

/** Of the noted tones, the one of 1 kHz, which swells. */
const TONE = 0

/** Has the pages note what the ways are told by: the picture beside the floor, or the three ways of sound. */
export async function noteWays(
  { speaker, interpreter, listener }: Three,
  what: 'sync' | 'ways',
): Promise<void> {
  const isSync = what === 'sync'
  await note(speaker.page, { ...NOTHING, pictures: isSync ? 'all' : 'none', own: true })
  await note(interpreter.page, { ...NOTHING, own: !isSync, others: !isSync })
  await note(listener.page, { ...NOTHING, pictures: isSync ? 'some' : 'none', others: true })
}

/** What was noted since it was asked last. */
export async function waysOf(
  { speaker, interpreter, listener }: Three,
  { floor, ears }: { floor: string; ears: string },
): Promise<Ways> {
  const [said, between, heard] = await Promise.all(
    [speaker, interpreter, listener].map(({ page }) => notedBy(page)),
  )
  if (!said || !between || !heard) throw new Error('All three note')
  const others = heard.sounds.filter(({ isOwn }) => !isOwn)
  const mouth = ownOf(said.sounds)
  return {
    picture: glassToGlass(said.pictures, heard.pictures, speaker.place),
    floor: lagTo(mouth, others.filter(isOf(floor))),
    toInterpreter: lagTo(mouth, between.sounds.filter(isOf(ears))),
    fromInterpreter: lagTo(
      ownOf(between.sounds),
      others.filter((one) => !isOf(floor)(one)),
    ),
  }
}

function lagTo(mouth: readonly Sample[], sounds: readonly HeardSound[]): number {
  return lagMs(mouth, curveOf(sounds, TONE)) ?? Number.NaN
}

function isOf(wanted: string): (sound: HeardSound) => boolean {
  return ({ track }) => track === wanted
}

function ownOf(sounds: readonly HeardSound[]): Sample[] {
  return curveOf(
    sounds.filter(({ isOwn }) => isOwn),
    TONE,
  )
}

import { Hash, LeafIndex, TrackNumber, type Bytes } from '@parley/protocol'
import * as v from 'valibot'
import type { HeardWord, Word } from './roomSession.ts'

const Counter = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))
const Track = v.strictObject({
  number: TrackNumber,
  kind: v.picklist(['microphone', 'camera', 'screen', 'screen-sound']),
  name: v.pipe(v.string(), v.maxLength(64)),
})
const Microphone = {
  n: Counter,
  open: v.optional(v.strictObject({ track: TrackNumber, from: Counter })),
  closed: v.optional(v.strictObject({ track: TrackNumber, after: Counter })),
}
const Leaves = v.pipe(v.array(LeafIndex), v.maxLength(1024))

/** What is inside an MLS message, as JSON. Its author is the leaf whose key opened it. */
const RoomWord = v.variant('word', [
  v.strictObject({
    word: v.literal('heartbeat'),
    nextMs: v.pipe(v.number(), v.integer(), v.minValue(1000), v.maxValue(60_000)),
    heads: Hash,
    microphone: v.strictObject(Microphone),
    tracks: v.pipe(v.array(Track), v.maxLength(8)),
    hears: Leaves,
    sees: Leaves,
  }),
  v.strictObject({ word: v.literal('microphone'), ...Microphone }),
  v.strictObject({
    word: v.literal('text'),
    id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
    text: v.pipe(v.string(), v.minLength(1), v.maxLength(4000)),
    atMs: Counter,
  }),
  v.strictObject({ word: v.literal('leave') }),
])

/** Writes a word. A heartbeat carries the heads that its author knows. */
export function encodeWord(word: Word, heads: Hash): Bytes {
  const plain =
    word.word === 'heartbeat'
      ? { ...word, heads, hears: [...word.hears], sees: [...word.sees] }
      : word
  return new TextEncoder().encode(JSON.stringify(v.parse(RoomWord, plain)))
}

/** Reads what a leaf said; nothing if it is not one of our words. `heads` are this window's own. */
export function decodeWord(
  bytes: Uint8Array,
  { from, heads }: { from: LeafIndex; heads: Hash },
): HeardWord | undefined {
  let plain: unknown
  try {
    plain = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
  const parsed = v.safeParse(RoomWord, plain)
  if (!parsed.success) return undefined
  const said = parsed.output
  if (said.word !== 'heartbeat') return { from, areHeadsEqual: false, word: withoutGaps(said) }
  const { heads: theirs, hears, sees, microphone, ...rest } = said
  const word: Word = {
    ...rest,
    microphone: withoutGaps(microphone),
    hears: new Set(hears),
    sees: new Set(sees),
  }
  return { from, areHeadsEqual: theirs === heads, word }
}

type WithoutGaps<T> = { [K in keyof T]: Exclude<T[K], undefined> }

/** Leaves out what is undefined: an optional part is there, or it is not. */
function withoutGaps<T extends object>(value: T): WithoutGaps<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, part]) => part !== undefined),
  ) as WithoutGaps<T>
}

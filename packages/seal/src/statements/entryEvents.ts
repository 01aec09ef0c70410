import { CompactJws, Hash, SeatId, Time, Version } from '@parley/protocol'
import * as v from 'valibot'
import { Language, line } from '../documents/fields.ts'

const at = { at: Time }
const switched = { ...at, isOn: v.boolean() }

/** Of a release: `plan`, `clip/1`, `readout/<side>`. What it says is elsewhere. */
const Kind = v.pipe(v.string(), v.maxLength(64), v.regex(/^[a-z]+(-[a-z]+)*(\/[\w-]+)?$/))
const document = { ...at, kind: Kind, version: Version, hash: Hash }

/** A move of the agenda, by its number, and where it leads. */
const move = {
  ...at,
  move: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)),
  item: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99))),
  plan: Hash,
}

/** A pass or a leaf statement fits many times. */
const Proof = v.pipe(CompactJws, v.maxLength(8192))

/**
 * Something that happened, as the device or the desk that did it tells it: never what was said, shown or
 * written, and nothing of a private talk. `at` is when, by its own clock.
 */
export const EntryEvent = v.variant('is', [
  /** Its leaf came in: the pass of its seat, and the device's word that the leaf is its own. */
  v.strictObject({ is: v.literal('present'), ...at, pass: Proof, leaf: Proof }),
  v.strictObject({ is: v.literal('left'), ...at }),
  /** It took the leaf of another seat out of the room. */
  v.strictObject({
    is: v.literal('removed'),
    ...at,
    seat: SeatId,
    because: v.picklist(['left', 'silent', 'withdrawn', 'expired', 'replaced', 'not-agreed']),
  }),
  /** Who is in the room with it and has no seat: all of them, each time. */
  v.strictObject({
    is: v.literal('company'),
    ...at,
    people: v.pipe(
      v.array(v.strictObject({ name: line(120), office: v.union([v.literal(''), line(160)]) })),
      v.maxLength(12),
    ),
  }),
  /** Its microphone, for the floor. */
  v.strictObject({ is: v.literal('microphone'), ...switched }),
  v.strictObject({ is: v.literal('interpreting'), ...switched, into: Language }),
  /** Its side is for that move: the talks are to be at that item of the agenda of that agreed plan; at none, they are over. */
  v.strictObject({ is: v.literal('part'), ...move }),
  /** Its side is not for it, or not any more. */
  v.strictObject({ is: v.literal('part-refused'), ...move }),
  /** Its side closes the open part that it led to. */
  v.strictObject({ is: v.literal('part-closed'), ...move }),
  v.strictObject({ is: v.literal('proposed'), ...document }),
  v.strictObject({ is: v.literal('signed'), ...document }),
  v.strictObject({ is: v.literal('refused'), ...document }),
  v.strictObject({ is: v.literal('published'), ...document }),
  /** Shown before publication to an ally, known by the code of its seal. */
  v.strictObject({
    is: v.literal('shared'),
    ...document,
    code: v.pipe(v.string(), v.regex(/^\d{30}$/)),
  }),
  /** Of that material nothing is left there. */
  v.strictObject({ is: v.literal('destroyed'), ...at, kind: Kind, hash: Hash }),
  /** Whoever has these entries is asked for them: they are named in others and are not here. */
  v.strictObject({
    is: v.literal('lacking'),
    ...at,
    entries: v.pipe(v.array(Hash), v.minLength(1), v.maxLength(16)),
  }),
  /** This device records the open part. */
  v.strictObject({ is: v.literal('recording'), ...switched }),
  /** It showed a warning, which may name a seat. */
  v.strictObject({
    is: v.literal('warning'),
    ...at,
    code: v.pipe(v.string(), v.maxLength(48), v.regex(/^[a-z]+(-[a-z]+)*$/)),
    seat: v.nullable(SeatId),
  }),
])
export type EntryEvent = v.InferOutput<typeof EntryEvent>

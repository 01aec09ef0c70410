import {
  CompactJws,
  DocumentKind,
  LeafIndex,
  RoomId,
  SeatId,
  SideId,
  TrackNumber,
  Version,
  type Bytes,
} from '@parley/protocol'
import { Heads, Language, line } from '@parley/seal'
import * as v from 'valibot'
import { LeafSet, writeLeafSet } from './leafSet.ts'

const Count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(Number.MAX_SAFE_INTEGER))

/** As its author numbers it: what comes again under it is the same. */
const WordId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))

/** A name of somebody, or of what they do, as people read it. */
const Name = line(120)

/**
 * What a leaf says of its microphone: a running number, and the counters of the first frame and of the
 * last one that may be played. Neither means that nothing of it may be. With `into` it is an
 * interpretation into that language, at the booth of its leaf's side; with `to`, for that leaf's ears alone.
 * `attested` is a promise of `attested` words for all of it.
 */
const microphone = {
  n: Count,
  open: v.exactOptional(
    v.strictObject({
      track: TrackNumber,
      from: Count,
      into: v.exactOptional(Language),
      to: v.exactOptional(LeafIndex),
      attested: v.exactOptional(v.literal(true)),
    }),
  ),
  closed: v.exactOptional(v.strictObject({ track: TrackNumber, after: Count })),
}

/**
 * A track as its leaf announces it; the name is the media server's of it. `attested` is a promise of `attested`
 * words for all frames of it; of a microphone its openings say it.
 */
const Track = v.strictObject({
  number: TrackNumber,
  kind: v.picklist(['microphone', 'camera', 'screen', 'screen-sound']),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(128)),
  attested: v.exactOptional(v.literal(true)),
})

/** Of a track, in one word: as many as 10 s of sound have, and 5 s of a picture in three layers. */
const HASHES_AT_MOST = 512
const HASH_BYTES = 8

const Hashes: v.GenericSchema<string, Bytes> = v.pipe(
  v.string(),
  v.maxLength(Math.ceil((HASHES_AT_MOST * HASH_BYTES * 4) / 3)),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    try {
      const hashes = Uint8Array.fromBase64(dataset.value, { alphabet: 'base64url' })
      if (hashes.length > 0 && hashes.length % HASH_BYTES === 0) return hashes
    } catch {
      // It is none.
    }
    addIssue({ message: 'No hashes' })
    return NEVER
  }),
)

/** An interpretation: a language, and the side whose booth it is. */
const Channel = v.strictObject({ side: SideId, language: Language })

/** The epoch of another room and the first 16 bytes of its authenticator: only a caucus reports them. */
const OtherRoom = v.strictTuple([Count, v.pipe(v.string(), v.regex(/^[\w-]{22}$/))])

/** One more than the highest that is known in the room. */
const Place = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000))

/** An item of the agreed agenda. */
const Part = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99))

/** Said at the promised interval, and at once in a new epoch. */
const Heartbeat = v.strictObject({
  word: v.literal('heartbeat'),
  /** Milliseconds until the next one, as promised. */
  nextMs: v.pipe(v.number(), v.minValue(1000), v.maxValue(60_000)),
  heads: Heads,
  microphone: v.strictObject(microphone),
  tracks: v.pipe(v.array(Track), v.maxLength(16)),
  hears: LeafSet,
  sees: LeafSet,
  rooms: v.exactOptional(v.record(RoomId, OtherRoom)),
  /** Half of the round trip to the media server, in whole milliseconds; absent while it is not known. */
  lineMs: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(60_000))),
  /** The interpretation that its people listen to; absent while they listen to the floor. */
  listens: v.exactOptional(Channel),
  /** Who else is in the room with it, by name and by what they are there for. */
  company: v.exactOptional(
    v.pipe(
      v.array(v.strictObject({ name: Name, office: v.union([v.literal(''), Name]) })),
      v.maxLength(12),
      v.readonly(),
    ),
  ),
  /** The last move of the agenda that every side agreed to, as it is known there. */
  part: v.exactOptional(
    v.strictObject({ move: Place, item: v.nullable(Part), isOpen: v.boolean() }),
  ),
  /** Whoever sits here would like to speak: the place in the order. */
  asks: v.exactOptional(Place),
  /** Its device records that part. */
  records: v.exactOptional(Part),
  /** How many texts of its own, by their numbers, have come back to it from the log; absent for none. */
  texts: v.exactOptional(Place),
})

/** As whoever asks chose it. */
const AskId = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffffffff))

const Layout = v.picklist(['room', 'delegation', 'booth'])
const atMost = <T extends v.GenericSchema>(item: T, length: number) =>
  v.pipe(v.array(item), v.maxLength(length), v.readonly())

/** How the display of a seat is; said in the room of that seat alone. */
const Display = v.strictObject({
  word: v.literal('display'),
  page: WordId,
  n: Count,
  layout: Layout,
  layouts: atMost(Layout, 3),
  hears: v.exactOptional(Channel),
  channels: atMost(Channel, 64),
  camera: v.picklist(['on', 'off']),
  microphone: v.picklist(['open', 'closed', 'private', 'unavailable']),
  speaker: v.exactOptional(SeatId),
  part: v.exactOptional(v.strictObject({ item: Part, isOpen: v.boolean() })),
  others: Count,
  answers: atMost(
    v.strictObject({
      id: WordId,
      with: v.picklist([
        'done',
        'asked',
        'not-now',
        'no-answer',
        'taken-back',
        'late',
        'private',
        'unavailable',
      ]),
    }),
    8,
  ),
})

/** What an aide's console asks of it, upon one of those. */
const Order = v.strictObject({
  word: v.literal('order'),
  id: WordId,
  upon: v.pipe(v.strictTuple([WordId, Count]), v.readonly()),
  order: v.variant('set', [
    v.strictObject({ set: v.literal('layout'), to: Layout }),
    v.strictObject({ set: v.literal('language'), to: v.exactOptional(Channel) }),
    v.strictObject({ set: v.literal('camera'), isOn: v.boolean() }),
    v.strictObject({
      set: v.literal('microphone'),
      to: v.picklist(['open', 'closed', 'as-it-is']),
    }),
  ]),
})

const Text = v.pipe(v.string(), v.minLength(1), v.maxLength(4000))

/** Said inside MLS. Whose word it is, is the leaf whose key opened it; none names its author. */
const Word = v.variant('word', [
  Heartbeat,
  v.strictObject({ word: v.literal('microphone'), ...microphone }),
  /**
   * By track, the first eight bytes of the SHA-256 of each frame as it travelled, from that counter on; zeros where
   * there is none. To whoever asked, under those numbers, which counter each track seals under next.
   */
  v.strictObject({
    word: v.literal('attested'),
    sealed: atMost(v.strictObject({ track: TrackNumber, from: Count, hashes: Hashes }), 16),
    soFar: v.exactOptional(
      v.strictObject({
        ids: atMost(AskId, 1024),
        next: atMost(v.pipe(v.strictTuple([TrackNumber, Count]), v.readonly()), 16),
      }),
    ),
  }),
  /** What came as those leaves' is not confirmed: they are asked how far they are. */
  v.strictObject({ word: v.literal('how-far'), id: AskId, of: LeafSet }),
  v.strictObject({ word: v.literal('leave') }),
  /** The id lets the author say it again in a new epoch; shown once. With `to`, on that seat's screen alone. */
  v.strictObject({
    word: v.literal('text'),
    id: WordId,
    text: Text,
    atMs: Count,
    language: v.exactOptional(Language),
    to: v.exactOptional(SeatId),
    /** The place among the texts of its leaf, from 1: said again, it keeps it. */
    n: v.exactOptional(Place),
  }),
  /** A text of somebody's in another language: whose leaf says this has translated it. */
  v.strictObject({
    word: v.literal('translation'),
    of: v.strictObject({ from: SeatId, id: WordId }),
    language: Language,
    text: Text,
  }),
  /** A text while it is written, the whole of it each time; empty once it is given up, or sent under that id. */
  v.strictObject({
    word: v.literal('typing'),
    id: WordId,
    text: v.pipe(v.string(), v.maxLength(4000)),
  }),
  /** What an interpreter asks of whoever speaks, and that it stands on a screen there. */
  v.strictObject({
    word: v.literal('request'),
    id: WordId,
    what: v.picklist(['slower', 'unfit-sound', 'repeat-number']),
    of: v.exactOptional(SeatId),
  }),
  v.strictObject({ word: v.literal('request-seen'), id: WordId, from: SeatId }),
  /** An interpreter on air offers the language to a partner, or takes that back. Who takes it opens the microphone into it. */
  v.strictObject({
    word: v.literal('hand-over'),
    into: Language,
    to: v.exactOptional(LeafIndex),
  }),
  Display,
  Order,
  /** Not everybody hears what is said: the others are asked to wait. */
  v.strictObject({ word: v.literal('wait') }),
  /** Documents that another's heads lack, with every signature: they prove themselves, whoever brings them. */
  v.strictObject({
    word: v.literal('documents'),
    documents: v.pipe(
      v.array(
        v.strictObject({
          kind: DocumentKind,
          version: Version,
          signatures: v.pipe(
            v.array(v.strictObject({ side: SideId, jws: CompactJws })),
            v.minLength(1),
            v.maxLength(32),
          ),
        }),
      ),
      v.minLength(1),
      v.maxLength(64),
    ),
  }),
])

/** What one says into a room. */
export type Word = v.InferOutput<typeof Word>

/** The word that a leaf's interval promises. */
export type HeartbeatWord = v.InferOutput<typeof Heartbeat>

/** A word as JSON in UTF-8, leaves as bitmaps, bytes in base64url. */
export function writeWord(word: Word): Bytes {
  const json = JSON.stringify(word, (_key, value: unknown) => {
    if (value instanceof Uint8Array)
      return value.toBase64({ alphabet: 'base64url', omitPadding: true })
    return value instanceof Set ? writeLeafSet(value as ReadonlySet<LeafIndex>) : value
  })
  return new TextEncoder().encode(json)
}

/** A word from the bytes of a message; nothing if it is none that is known here. */
export function readWord(bytes: Bytes): Word | undefined {
  try {
    return v.parse(Word, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch {
    return undefined
  }
}

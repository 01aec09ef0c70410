import { SeatId, type Bytes } from '@parley/protocol'
import * as v from 'valibot'
import type { PieceHead } from './recorded.ts'

const Moment = v.pipe(v.number(), v.finite(), v.minValue(0))
const Track = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(0xffff))

const picture = { kind: v.literal('picture'), codec: v.literal('vp8') }
const sound = { kind: v.literal('sound'), codec: v.literal('opus') }
const whose = { track: Track, seat: SeatId }

const Recorded = v.union([
  v.strictObject({ ...whose, ...picture, of: v.picklist(['camera', 'screen']) }),
  v.strictObject({
    ...whose,
    ...sound,
    of: v.picklist(['microphone', 'screen-sound']),
    into: v.exactOptional(v.pipe(v.string(), v.maxLength(35))),
  }),
])

const Head: v.GenericSchema<unknown, PieceHead> = v.pipe(
  v.strictObject({
    part: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
    isFirst: v.boolean(),
    fromMs: Moment,
    toMs: Moment,
    tracks: v.pipe(
      v.array(Recorded),
      v.maxLength(256),
      v.check((tracks) => new Set(tracks.map(({ track }) => track)).size === tracks.length),
    ),
    keys: v.pipe(v.array(v.strictTuple([Track, Moment])), v.maxLength(1024)),
  }),
  v.check(({ fromMs, toMs }) => fromMs <= toMs),
)

/** The head of a piece; nothing if it is none. */
export function readHead(bytes: Bytes): PieceHead | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return v.parse(Head, JSON.parse(text))
  } catch {
    return undefined
  }
}

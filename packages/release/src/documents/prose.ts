import { Hash } from '@parley/protocol'
import * as v from 'valibot'

/** Characters of one run. Larger: one paragraph fills a document. Smaller: a long paragraph is cut. */
const RUN_CHARACTERS = 10_000

/** Blocks of a text, and items of a list. Larger: a page nobody reads. Smaller: a long statement does not fit. */
const BLOCKS = 500

/** Runs of a block, likewise. */
const RUNS = 500

/** Words for people, with no control characters and none that turn the direction of the text around. */
const Words = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(RUN_CHARACTERS),
  v.regex(/^[^\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]+$/u),
)

/** An address of the web, and of nothing else. */
export const WebAddress = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.regex(/^https:\/\/[^\s\p{Cc}]+$/u),
  v.url(),
)

/** Words that are written alike. */
export const Run = v.strictObject({
  text: Words,
  em: v.optional(v.literal(true)),
  strong: v.optional(v.literal(true)),
  href: v.optional(WebAddress),
})
export type Run = v.InferOutput<typeof Run>

const Runs = v.pipe(v.array(Run), v.maxLength(RUNS))
const SomeRuns = v.pipe(Runs, v.minLength(1))

/** One piece of a text, as it stands under the one before it. */
export const Block = v.variant('is', [
  v.strictObject({ is: v.literal('heading'), level: v.picklist([2, 3]), runs: SomeRuns }),
  v.strictObject({
    is: v.literal('paragraph'),
    runs: SomeRuns,
    /** The agreed line that it repeats, by the hash of its document. */
    joint: v.optional(Hash),
  }),
  v.strictObject({
    is: v.literal('list'),
    ordered: v.boolean(),
    items: v.pipe(v.array(SomeRuns), v.minLength(1), v.maxLength(BLOCKS)),
  }),
  v.strictObject({ is: v.literal('quote'), runs: SomeRuns }),
])
export type Block = v.InferOutput<typeof Block>

/** A whole text. */
export const Prose = v.pipe(v.array(Block), v.maxLength(BLOCKS))
export type Prose = v.InferOutput<typeof Prose>

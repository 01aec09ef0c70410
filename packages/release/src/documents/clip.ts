import { DocumentKind, Hash, SideId, Time } from '@parley/protocol'
import { heading, Language, line } from '@parley/seal'
import * as v from 'valibot'
import { Parties } from './party.ts'

/** What a file of a clip is. */
export const ClipFileType = v.picklist(['video/mp4', 'video/webm', 'image/jpeg', 'text/vtt'])
export type ClipFileType = v.InferOutput<typeof ClipFileType>

/** Bytes of one file of a clip. Larger: more disk and memory. Smaller: ten minutes do not fit. */
const FILE_BYTES = 2 ** 30

/** A file before any manifest, by its hash. */
export const ClipFile = v.strictObject({
  type: ClipFileType,
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(FILE_BYTES)),
  hash: Hash,
})
export type ClipFile = v.InferOutput<typeof ClipFile>

/** A stretch of an open part, as every side signs it: these files, under these words, and no others. */
export const Clip = v.pipe(
  v.strictObject({
    ...heading,
    kind: DocumentKind,
    /** The part of the agenda, as the plan numbers and names it. */
    part: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
    partTitle: line(200),
    /** Milliseconds since 1970, UTC, by the clock of whoever recorded. */
    from: Time,
    to: Time,
    title: line(200),
    caption: v.union([v.literal(''), line(500)]),
    language: Language,
    sides: Parties,
    files: v.pipe(
      v.array(ClipFile),
      v.minLength(1),
      v.maxLength(4),
      v.check((files) => new Set(files.map(({ type }) => type)).size === files.length),
    ),
  }),
  v.check(({ kind }) => /^clip\/\d+$/.test(kind)),
  v.check(({ from, to }) => from < to),
)
export type Clip = v.InferOutput<typeof Clip>

/** A file as it lies sealed at the server: its key, and the SHA-256 of each of its sealed pieces in order. */
export const SealedFile = v.strictObject({
  hash: Hash,
  /** AES-256-GCM, 32 bytes in base64url. */
  key: v.pipe(v.string(), v.regex(/^[\w-]{43}$/)),
  bytes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(FILE_BYTES)),
  pieces: v.pipe(v.array(Hash), v.minLength(1), v.maxLength(1024)),
})
export type SealedFile = v.InferOutput<typeof SealedFile>

/** Where the files of a proposed clip lie. It is for the desks, and never published. */
export const ClipFiles = v.pipe(
  v.strictObject({
    ...heading,
    kind: DocumentKind,
    side: SideId,
    /** The clip's document. */
    clip: Hash,
    files: v.pipe(v.array(SealedFile), v.minLength(1), v.maxLength(8)),
  }),
  v.check(({ kind }) => /^clip-file\/\d+$/.test(kind)),
)
export type ClipFiles = v.InferOutput<typeof ClipFiles>

/** That a side does not sign that very clip, and why. */
export const ClipRefusal = v.pipe(
  v.strictObject({
    ...heading,
    kind: DocumentKind,
    side: SideId,
    clip: Hash,
    reason: v.union([v.literal(''), line(500)]),
  }),
  v.check(({ kind }) => /^refusal\/\d+$/.test(kind)),
)
export type ClipRefusal = v.InferOutput<typeof ClipRefusal>

import { DocumentKind } from '@parley/protocol'
import { heading, Language, line } from '@parley/seal'
import * as v from 'valibot'

/** One line in the languages in which it may stand. Every side signs it. */
export const JointLine = v.pipe(
  v.strictObject({
    ...heading,
    kind: DocumentKind,
    texts: v.pipe(
      v.array(v.strictObject({ language: Language, text: line(2000) })),
      v.minLength(1),
      v.maxLength(32),
      v.check((texts) => new Set(texts.map(({ language }) => language)).size === texts.length),
    ),
  }),
  v.check(({ kind }) => /^joint\/\d+$/.test(kind)),
)
export type JointLine = v.InferOutput<typeof JointLine>

import { DocumentKind, Hash, SideId } from '@parley/protocol'
import { heading, line } from '@parley/seal'
import * as v from 'valibot'

/** That a side does not sign that wording of a joint line, or takes back that it did before all had signed. */
export const JointAnswer = v.pipe(
  v.strictObject({
    ...heading,
    kind: DocumentKind,
    side: SideId,
    joint: Hash,
    answer: v.picklist(['declined', 'taken-back']),
    reason: v.union([v.literal(''), line(500)]),
  }),
  v.check(({ kind }) => /^joint-answer\/\d+$/.test(kind)),
)
export type JointAnswer = v.InferOutput<typeof JointAnswer>

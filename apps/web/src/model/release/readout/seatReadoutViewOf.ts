import type { Documents, SeatRecord, SideState } from '@parley/client'
import type { Hash } from '@parley/protocol'
import { commentsOf, type SeatRemarks } from '@parley/release'
import type { SeatApproval, SeatReadoutView } from './seatReadoutView.ts'

/** What it is derived from. */
export type SeatReadoutFacts = {
  readonly side: SideState
  readonly documents: Documents
  readonly record: Pick<SeatRecord, 'side' | 'seat'>
  /** Names the wording that is shown. */
  readonly wording: Hash | undefined
  readonly line: SeatReadoutView['line']
  readonly isUnsaid: boolean
}

/** What the page of a seat shows of its side's readout. */
export function seatReadoutViewOf(facts: SeatReadoutFacts): SeatReadoutView {
  const { side, documents, record, line, isUnsaid } = facts
  const { draft, remarks } = side
  const { wording, resolved } = draft?.text ?? { resolved: [] }
  const { seats } = documents.lists
  const comments = commentsOf({
    remarks: [...remarks.values()],
    resolved,
    texts: wording ? [wording, ...wording.translations].map(({ body }) => body) : [],
  })
  return {
    sideName: documents.plan?.payload.sides.find((one) => one.side === record.side)?.name ?? '',
    text: wording && {
      language: wording.language,
      title: wording.title,
      body: wording.body,
      byline: wording.byline,
      correction: wording.correction,
    },
    translations: wording?.translations ?? [],
    savedAt: draft?.at ?? 0,
    comments: comments.map((comment) => ({
      ...comment,
      name: seats.get(comment.seat)?.name ?? '',
      isOwn: comment.seat === record.seat,
    })),
    isPrincipal: seats.get(record.seat)?.role === 'principal',
    approval: approvalAt(facts),
    line,
    isUnsaid,
  }
}

function approvalAt({ side, documents, record, wording }: SeatReadoutFacts): SeatApproval {
  const { draft } = side
  const isPrincipal = documents.lists.seats.get(record.seat)?.role === 'principal'
  if (!isPrincipal || !draft || wording === undefined || !draft.text.needsApproval)
    return { is: 'not-asked' }
  const own: Pick<SeatRemarks, 'approves'> | undefined = side.remarks.get(record.seat)
  const { approves = null } = own ?? {}
  if (approves?.wording === wording) return { is: 'given', wording, at: approves.at }
  if (draft.text.offered === wording) return { is: 'asked', wording }
  return { is: draft.text.offered === null && approves === null ? 'not-asked' : 'changed' }
}

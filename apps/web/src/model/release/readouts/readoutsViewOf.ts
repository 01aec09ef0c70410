import { readoutsOf } from '@parley/client'
import type { SeatId } from '@parley/protocol'
import {
  approvalOf,
  commentsOf,
  isSaved,
  isSignedAs,
  jointLines,
  standingOfReadout,
  whatStops,
  whatToMind,
  type SeatRemarks,
} from '@parley/release'
import { lineMarks, lineRows } from './lineRows.ts'
import type { ReadoutsFacts } from './readoutsFacts.ts'
import type { PublishedRow, ReadoutSide, ReadoutsView, SavedState } from './readoutsView.ts'

/** How long another console counts as writing after it saved. Larger: it is told of one that was left. Smaller: between two saves it seems gone. */
const OTHER_WRITES_MS = 60_000

/** What the readouts show at that moment. `zones` are the clocks of the sides, this one's first. */
export function readoutsViewOf(
  facts: ReadoutsFacts,
  { now, zones }: { now: number; zones: readonly string[] },
): ReadoutsView {
  const { readout, desk, names } = facts
  const { drafting, side, releases, shown } = readout
  const { text } = drafting
  const { wording } = text
  const sides = sidesOf(facts)
  const lines = jointLines(releases.signatures, releases.seals)
  const remarks = countingRemarks(facts)
  const principals = principalsOf(facts)
  const approval = approvalOf({
    needsApproval: text.needsApproval,
    now: names.approval,
    offered: text.offered,
    remarks,
    principals: new Set(principals.keys()),
  })
  const signed = readoutsOf(side).findLast(({ payload }) => isSignedAs(wording, payload))
  const comments = commentsOf({
    remarks,
    resolved: text.resolved,
    texts: [wording, ...wording.translations].map(({ body }) => body),
  })
  const openComments = comments.filter(({ isResolved }) => !isResolved).length
  const { draft } = side
  return {
    own: sides.find(({ isOwn }) => isOwn) ?? unknownSide(desk.record.side),
    others: sides.filter(({ isOwn }) => !isOwn),
    zones,
    now,
    saved: savedOf(facts),
    isOtherWriting:
      draft !== undefined && draft.console !== drafting.console && now - draft.at < OTHER_WRITES_MS,
    shown,
    text: {
      language: wording.language,
      title: wording.title,
      body: wording.body,
      byline: wording.byline,
      correction: wording.correction,
    },
    clashes: text.clashes,
    versions: side.versions.map(({ version, at, note }) => ({ version, at, note })).toReversed(),
    comments: comments.map((comment) => ({ ...comment, ...whoIs(facts, comment.seat) })),
    lines: lineRows(lines, { sides, body: wording.body }),
    marks: lineMarks(lines, sides),
    translations: wording.translations.map(({ of, ...translation }) => ({
      ...translation,
      isOlder: of !== names.text,
    })),
    people: desk.seats.map(({ seat, name, office, languages }) => ({
      seat,
      name,
      office,
      languages,
    })),
    closedParts:
      desk.documents.plan?.payload.agenda.filter(({ open }) => !open).map(({ part }) => part) ?? [],
    needsApproval: text.needsApproval,
    approval,
    principals: [...principals.values()],
    embargo: wording.embargo,
    standing: signed
      ? standingOfReadout({
          embargo: wording.embargo,
          sent: text.sent.findLast(({ hash }) => hash === signed.hash),
          nowMs: now,
        })
      : { is: 'not-signed' },
    signed: signed?.hash,
    published: publishedOf(facts),
    stops: whatStops({ text, approval, lines }),
    cautions: whatToMind({ text, textIs: names.text, openComments, lines, nowMs: now }),
    shared: text.shared
      .map(({ hash, name, code, at }) => ({ name, code, at, isThisText: hash === signed?.hash }))
      .toReversed(),
    line: desk.line.is === 'there' ? 'there' : 'lost',
  }
}

function savedOf({ readout: { drafting, side } }: ReadoutsFacts): SavedState {
  const { base, trouble, saving, unsavedSinceMs } = drafting
  if (isSaved(drafting)) return { is: 'saved', at: side.draft?.at ?? 0 }
  if (trouble) return { is: 'here-only', because: trouble }
  const isBegun = base !== undefined || saving !== undefined || unsavedSinceMs !== undefined
  return { is: isBegun ? 'saving' : 'nothing' }
}

function sidesOf({ desk, emblems }: ReadoutsFacts): readonly ReadoutSide[] {
  const { plan } = desk.documents
  return (plan?.payload.sides ?? []).map(({ side, name, seal }, place) => ({
    side,
    name,
    order: place + 1,
    isOwn: side === desk.record.side,
    hex: emblems.get(seal),
  }))
}

function unknownSide(side: ReadoutSide['side']): ReadoutSide {
  return { side, name: '', order: 1, isOwn: true, hex: undefined }
}

/** What was said by seats that still have the device that said it. */
function countingRemarks({ readout, desk }: ReadoutsFacts): readonly SeatRemarks[] {
  const { withdrawn, passVersions } = desk.documents.lists
  const isWithdrawn = (seat: SeatId) =>
    withdrawn.some((one) => one.seat === seat && one.passVersion >= (passVersions.get(seat) ?? 0))
  return [...readout.side.remarks.values()].filter(({ seat }) => !isWithdrawn(seat))
}

/** By seat, the names of those who lead this side's agreed delegation. */
function principalsOf({ desk }: ReadoutsFacts): ReadonlyMap<SeatId, string> {
  const { seats } = desk.documents.lists
  const leads = [...seats].filter(
    ([, { side, role }]) => side === desk.record.side && role === 'principal',
  )
  return new Map(leads.map(([seat, { name }]) => [seat, name]))
}

function whoIs({ desk }: ReadoutsFacts, seat: SeatId): { name: string; office: string } {
  const { name = '', office = '' } = desk.documents.lists.seats.get(seat) ?? {}
  return { name, office }
}

/** Each version that went out, the newest first. */
function publishedOf({ readout: { drafting, side } }: ReadoutsFacts): PublishedRow[] {
  const { sent } = drafting.text
  const rows = readoutsOf(side).flatMap(({ hash, payload }) => {
    const went = sent.findLast((one) => one.hash === hash)
    if (!went) return []
    const at = went.how === 'early' ? Math.max(went.at, payload.embargo?.until ?? 0) : went.at
    const { version, title, correction } = payload
    return [{ version, hash, at, title, correction, isNewest: false }]
  })
  return rows.map((row, place) => ({ ...row, isNewest: place === rows.length - 1 })).toReversed()
}

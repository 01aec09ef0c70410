import type { VoidCode } from '../admission/admit.ts'
import type { LoggedCommit, Opened } from '../envelope/envelope.ts'
import { isSame } from '../mls/bytes.ts'
import { decodeCommit, decodeGroupInfo } from '../mls/decode.ts'
import { judgeCommit } from '../mls/judgeCommit.ts'
import { applyPublicly, type PublicGroup } from '../mls/publicGroup.ts'
import type { RoomTerms } from '../mls/terms.ts'
import { isGroupInfoOf, isSignedBySigner, openGroup, type OpenGroup } from './openGroup.ts'
import { reseat } from './room.ts'

/** A state that the group may have had. */
type Known = {
  group: PublicGroup
  /** The same with its GroupInfo, where that is good. */
  open: OpenGroup | undefined
  /** How many commits lead to it from where the entries begin. */
  depth: number
  /** How many of these were not the first of their epoch. */
  detours: number
  before: Known | undefined
  isContinued: boolean
}

/** The groups one could join, best first; and why entries were of no use. */
export type History = {
  candidates: readonly OpenGroup[]
  /** Whether the best of all is among them: else its members are about to repair it. */
  isNewestOpen: boolean
  code: VoidCode | undefined
}

/**
 * Reads the newest entries of a log, oldest first, as every member did: the first valid commit of each
 * epoch counts. A reader without the group's secrets cannot check the confirmation tag, and entries may
 * be noise or begin in the middle: so other ends come after the best one, and what led to it between.
 */
export async function readHistory(entries: readonly Opened[], terms: RoomTerms): Promise<History> {
  const known: Known[] = []
  let code: VoidCode | undefined
  for (const entry of entries) {
    if (entry.kind === 'message' || 'statement' in entry) continue
    if (entry.kind === 'commit' && (await extend(known, entry, terms))) continue
    if (!entry.tree) continue
    const { groupInfo, tree } = entry
    const start = await openGroup({ groupInfo, tree }, terms)
    const startsAt = entry.kind === 'founding' ? 0n : BigInt(entry.epoch) + 1n
    if (typeof start === 'string') code ??= start
    else if (start.context.epoch === startsAt) known.push(startOf(start))
  }
  const all = ordered(known)
  const candidates = all.flatMap(({ open }) => (open ? [open] : []))
  return { candidates, isNewestOpen: all[0]?.open !== undefined, code }
}

function startOf(open: OpenGroup): Known {
  return { group: open, open, depth: 0, detours: 0, before: undefined, isContinued: false }
}

/** Whether the commit follows from a state that is known; if it is no commit at all, there is nothing to start from either. */
async function extend(known: Known[], entry: LoggedCommit, terms: RoomTerms): Promise<boolean> {
  const message = decodeCommit(entry.commit)
  if (!message) return true
  const { groupId, epoch } = message.content
  for (const from of known.toSorted((a, b) => a.detours - b.detours || b.depth - a.depth)) {
    const { context, leaves } = from.group
    if (context.epoch !== epoch || !isSame(context.groupId, groupId)) continue
    const judged = await judgeCommit(from.group, message, terms)
    if (typeof judged === 'string') continue
    const after = await applyPublicly(from.group, message).catch(() => undefined)
    if (!after) continue
    const group = { ...after, leaves: reseat(leaves, judged) }
    const detours = from.detours + (from.isContinued ? 1 : 0)
    from.isContinued = true
    const open = await withGroupInfo(group, entry)
    known.push({ group, open, depth: from.depth + 1, detours, before: from, isContinued: false })
    return true
  }
  return false
}

async function withGroupInfo(
  group: PublicGroup,
  entry: LoggedCommit,
): Promise<OpenGroup | undefined> {
  const groupInfo = decodeGroupInfo(entry.groupInfo)
  if (!groupInfo || !isGroupInfoOf(group, groupInfo)) return undefined
  const open = { ...group, groupInfo }
  return (await isSignedBySigner(open)) ? open : undefined
}

/** The best end, what led to it, and each time in between the next best end. */
function ordered(known: readonly Known[]): Known[] {
  const [best, ...others] = known
    .filter(({ isContinued }) => !isContinued)
    .toSorted(
      (a, b) =>
        a.detours - b.detours ||
        b.depth - a.depth ||
        Number(b.group.context.epoch - a.group.context.epoch),
    )
  const trail: Known[] = []
  for (let at = best?.before; at; at = at.before) trail.push(at)
  const rest = trail.flatMap((older, place) => {
    const other = others[place]
    return other ? [older, other] : [older]
  })
  return [...(best ? [best] : []), ...rest, ...others.slice(trail.length)]
}

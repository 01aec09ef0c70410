import type { VoidCode } from '../admission/admit.ts'
import type { Opened } from '../envelope/envelope.ts'
import { isSame } from '../mls/bytes.ts'
import { decodeCommit, decodeGroupInfo } from '../mls/decode.ts'
import { judgeCommit } from '../mls/judgeCommit.ts'
import { applyPublicly, type PublicGroup } from '../mls/publicGroup.ts'
import type { RoomTerms } from '../mls/terms.ts'
import { isGroupInfoOf, isSignedBySigner, openGroup, type OpenGroup } from './openGroup.ts'
import { reseat } from './room.ts'

/** What became of a group from where the entries begin: newest last. */
type Line = { latest: PublicGroup; joinable: OpenGroup[] }

/** The groups one could join, best first; and why entries were of no use. */
export type History = { candidates: readonly OpenGroup[]; code: VoidCode | undefined }

/**
 * Reads the newest entries of a log, oldest first, as every member did: the first valid commit of each
 * epoch counts. Several lines can come of it, for entries may be noise or begin in the middle; the line
 * that most commits agree on comes first, and in each the newest state before the older ones.
 */
export async function readHistory(entries: readonly Opened[], terms: RoomTerms): Promise<History> {
  const lines: Line[] = []
  let code: VoidCode | undefined
  for (const entry of entries) {
    if (entry.kind === 'message') continue
    const isKnown = entry.kind === 'commit' && (await extend(lines, entry, terms))
    if (isKnown || !entry.tree) continue
    const { groupInfo, tree } = entry
    const start = await openGroup({ groupInfo, tree }, terms)
    const startsAt = entry.kind === 'founding' ? 0n : BigInt(entry.epoch) + 1n
    if (typeof start === 'string') code ??= start
    else if (start.context.epoch === startsAt) lines.push({ latest: start, joinable: [start] })
  }
  const ranked = lines.toSorted(
    (a, b) =>
      b.joinable.length - a.joinable.length ||
      Number(b.latest.context.epoch - a.latest.context.epoch),
  )
  return { candidates: ranked.flatMap(({ joinable }) => joinable.toReversed()), code }
}

/** Whether the commit was taken by a line, or comes too late for one that has taken another. */
async function extend(
  lines: Line[],
  entry: Extract<Opened, { kind: 'commit' }>,
  terms: RoomTerms,
): Promise<boolean> {
  const message = decodeCommit(entry.commit)
  if (!message) return true
  for (const line of lines) {
    const { latest } = line
    if (!isSame(latest.context.groupId, message.content.groupId)) continue
    if (message.content.epoch < latest.context.epoch && line.joinable.length > 1) return true
    const judged = await judgeCommit(latest, message, terms)
    if (typeof judged === 'string') continue
    const after = await applyPublicly(latest, message).catch(() => undefined)
    if (!after) continue
    line.latest = { ...after, leaves: reseat(latest.leaves, judged) }
    const groupInfo = decodeGroupInfo(entry.groupInfo)
    if (!groupInfo || !isGroupInfoOf(line.latest, groupInfo)) return true
    const open = { ...line.latest, groupInfo }
    if (await isSignedBySigner(open)) line.joinable.push(open)
    return true
  }
  return false
}

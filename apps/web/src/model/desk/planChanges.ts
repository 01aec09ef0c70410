import { keepDaysOf } from '@parley/release/recordings'
import type { AgendaPart, Modalities, ProposedPlan } from '@parley/seal'

/** One thing in which two wordings of a plan differ. Nothing stands for what was or will not be there. */
export type PlanChange =
  | { of: 'title' | 'ifLineDrops' | 'peopleInRoom'; before: string; after: string }
  | { of: 'start'; before: Moment; after: Moment }
  | { of: 'languages'; before: readonly string[]; after: readonly string[] }
  | { of: 'recording'; before: Modalities['recording']; after: Modalities['recording'] }
  | { of: 'keepDays'; before: number | undefined; after: number | undefined }
  | { of: 'aideOpens'; before: Modalities['aideOpens']; after: Modalities['aideOpens'] }
  | { of: 'side'; before: NamedSide | undefined; after: NamedSide | undefined }
  | { of: 'item'; before: AgendaPart | undefined; after: AgendaPart | undefined }

/** A time, and where it is written as. */
type Moment = Pick<ProposedPlan, 'start' | 'timeZone'>

type NamedSide = { name: string; flag: string }

/** Everything in which a wording differs from the one before, in the order of the plan. */
export function planChanges(before: ProposedPlan, after: ProposedPlan): readonly PlanChange[] {
  const changes: readonly PlanChange[] = [
    ...sideChanges(before, after),
    { of: 'title', before: before.title, after: after.title },
    { of: 'start', before: momentOf(before), after: momentOf(after) },
    ...itemChanges(before.agenda, after.agenda),
    { of: 'languages', before: before.languages, after: after.languages },
    { of: 'recording', ...both(before, after, 'recording') },
    { of: 'keepDays', before: keepDaysOf(before), after: keepDaysOf(after) },
    { of: 'ifLineDrops', ...both(before, after, 'ifLineDrops') },
    { of: 'peopleInRoom', ...both(before, after, 'peopleInRoom') },
    { of: 'aideOpens', ...both(before, after, 'aideOpens') },
  ]
  return changes.filter((change) => !areSame(change.before, change.after))
}

function sideChanges(before: ProposedPlan, after: ProposedPlan): PlanChange[] {
  const ids = new Set([...before.sides, ...after.sides].map(({ side }) => side))
  return [...ids].map((id) => ({
    of: 'side',
    before: nameOf(before.sides.find(({ side }) => side === id)),
    after: nameOf(after.sides.find(({ side }) => side === id)),
  }))
}

function nameOf(side: NamedSide | undefined): NamedSide | undefined {
  return side && { name: side.name, flag: side.flag }
}

function momentOf({ start, timeZone }: Moment): Moment {
  return { start, timeZone }
}

function both<K extends keyof Modalities>(before: ProposedPlan, after: ProposedPlan, of: K) {
  return { before: before.modalities[of], after: after.modalities[of] }
}

/** An item is the same where its title is, and else where its number is. One that only moved up or down counts as moved. */
function itemChanges(before: readonly AgendaPart[], after: readonly AgendaPart[]): PlanChange[] {
  const left = [...before]
  const take = (isIt: (part: AgendaPart) => boolean) => {
    const at = left.findIndex(isIt)
    return at < 0 ? undefined : left.splice(at, 1)[0]
  }
  const byTitle = new Map(after.map((part) => [part, take(({ title }) => title === part.title)]))
  const pairs = after.map((part) => ({
    before: byTitle.get(part) ?? take((one) => one.part === part.part),
    after: part,
  }))
  const changed = pairs.filter((pair) => !isKept(pair, pairs))
  return [
    ...changed.map((pair) => ({ of: 'item' as const, ...pair })),
    ...left.map((part) => ({ of: 'item' as const, before: part, after: undefined })),
  ]
}

type Pair = { before: AgendaPart | undefined; after: AgendaPart }

function isKept({ before, after }: Pair, pairs: readonly Pair[]): boolean {
  if (!before || !areSame({ ...before, part: 0 }, { ...after, part: 0 })) return false
  return pairs.every(
    (other) => !other.before || after.part < other.after.part === before.part < other.before.part,
  )
}

function areSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}

import * as v from 'valibot'
import { DocumentKind, LIMITS, PublicKey, SideId, Time } from '@parley/protocol'
import { heading, Languages, line } from './fields.ts'

/** A stretch of the agenda. Only an open one may ever be released. */
export const AgendaPart = v.strictObject({
  part: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(99)),
  title: line(200),
  minutes: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(24 * 60)),
  open: v.boolean(),
})
export type AgendaPart = v.InferOutput<typeof AgendaPart>

/** How the call is held. */
export const Modalities = v.strictObject({
  recording: v.picklist(['never', 'open-parts']),
  /** What happens if the line drops, in words. */
  ifLineDrops: v.union([v.literal(''), line(300)]),
  /** Who else may be in the room, in words. */
  peopleInRoom: v.union([v.literal(''), line(300)]),
  /** Whether an aide's console opens a microphone at once; absent, only after a confirmation in the room. */
  aideOpens: v.optional(v.literal('at-once')),
  /** Days from the start of the call after which what was recorded and not released is destroyed. */
  keepDays: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(3650))),
})
export type Modalities = v.InferOutput<typeof Modalities>

const sideEntries = {
  side: SideId,
  name: line(120),
  /** ISO 3166-1 alpha-2, in capitals; empty for a side without a flag. */
  flag: v.pipe(v.string(), v.regex(/^([A-Z]{2})?$/)),
}

/** A party to the call, by the seal that speaks for it. */
export const PlanSide = v.strictObject({ ...sideEntries, seal: PublicKey })
export type PlanSide = v.InferOutput<typeof PlanSide>

/** A party as invited: its seal is not known yet. */
export const ProposedSide = v.strictObject({ ...sideEntries, seal: v.nullable(PublicKey) })
export type ProposedSide = v.InferOutput<typeof ProposedSide>

const wording = {
  title: line(200),
  /** Milliseconds since 1970, UTC. */
  start: Time,
  /** An IANA name: where `start` is written as. */
  timeZone: v.pipe(v.string(), v.maxLength(64), v.regex(/^[A-Za-z0-9_+-]+(\/[A-Za-z0-9_+-]+)*$/)),
  languages: Languages,
  agenda: v.pipe(
    v.array(AgendaPart),
    v.maxLength(99),
    v.check((agenda) => agenda.every(({ part }, index) => part === index + 1)),
  ),
  modalities: Modalities,
}

const MAX_SIDES = LIMITS.roomsPerCall - 1
const areDistinct = (sides: readonly { side: SideId }[]) =>
  new Set(sides.map(({ side }) => side)).size === sides.length

/** What all sides sign: the call as it will be held, and who speaks for each side. */
export const Plan = v.strictObject({
  ...heading,
  kind: v.pipe(
    DocumentKind,
    v.check((kind) => kind === 'plan'),
  ),
  ...wording,
  sides: v.pipe(
    v.array(PlanSide),
    v.minLength(1),
    v.maxLength(MAX_SIDES),
    v.check((sides) => areDistinct(sides)),
    v.check((sides) => new Set(sides.map(({ seal }) => seal)).size === sides.length),
  ),
})
export type Plan = v.InferOutput<typeof Plan>

/** A plan before every side's seal is known. Nobody signs it. */
export const ProposedPlan = v.strictObject({
  ...wording,
  sides: v.pipe(
    v.array(ProposedSide),
    v.minLength(1),
    v.maxLength(MAX_SIDES),
    v.check((sides) => areDistinct(sides)),
  ),
})
export type ProposedPlan = v.InferOutput<typeof ProposedPlan>

/** The seals that a plan names, in its order. */
export function sealsOf(plan: Plan): ReadonlyMap<SideId, PublicKey> {
  return new Map(plan.sides.map(({ side, seal }) => [side, seal]))
}

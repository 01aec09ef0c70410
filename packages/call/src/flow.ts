import type { LeafIndex, TrackNumber } from '@parley/protocol'
import type { Member, TrackKind } from './members.ts'
import type { TrackAccount } from './ports/media.ts'

/** How what somebody sends comes in here, from the frames that opened and from nobody's word. */
export type Flow =
  | 'flowing'
  | 'slow'
  | 'sound-broken'
  | 'sound-stopped'
  | 'picture-stopped'
  | 'stopped'

/** One track as it was last counted. */
type TrackFlow = {
  opened: number
  countedAtMs: number
  quietMs: number | undefined
  /** Counts in a row in which fewer came than are sent. */
  slowCounts: number
  missing: number
  /** When so many had not come that words are lost; undefined before that was so. */
  brokenAtMs: number | undefined
  /** Since when it is shown here; undefined while it is out of sight, and does not come. */
  shownSinceMs: number | undefined
}

/** The tracks of the others, by leaf and number. */
export type Flows = ReadonlyMap<string, TrackFlow>

export type FlowEvent =
  | { type: 'frames-accounted'; received: readonly TrackAccount[]; atMs: number }
  | {
      type: 'picture-shown'
      leaf: LeafIndex
      number: TrackNumber
      size: { width: number; height: number } | undefined
      atMs: number
    }

/**
 * Without a frame for so long, a track has stopped; with a count a second it is seen within 2.5 s.
 * Larger: one talks to a still picture. Smaller: each lost key frame is called a stop.
 */
const STOPPED_AFTER_MS = 1500
/** The first frame of all may take as long: the line is being made. Larger: silence is not seen. Smaller: slow lines are called dead. */
const FIRST_FRAME_WITHIN_MS = 6000
/** A count that old says nothing about now. */
const COUNTED_WITHIN_MS = 3000
/** Frames that do not come in a second: a fifth of one, of sound. Larger: a short word goes unnoticed. Smaller: each line that loses packets is said to. */
const BROKEN_FROM = 10
/** Larger: it is said long after. Smaller: who looks away does not read it. */
const BROKEN_SHOWN_FOR_MS = 5000
/** What did not come before one could receive is nobody's; a count tells of a second. */
const COUNTED_SINCE_MS = 1500
/** Fewer in a second, twice in a row, is a slow line: of 50 of sound, of 20 or more of a camera. */
const SLOW_BELOW_PER_SECOND: Readonly<Partial<Record<TrackKind, number>>> = {
  microphone: 40,
  camera: 4,
}

/** What was counted, and what is out of sight. */
export function stepFlows(flows: Flows, event: FlowEvent, kindOf: KindOf): Flows {
  if (event.type === 'picture-shown') {
    const key = keyOf(event.leaf, event.number)
    const known = flows.get(key) ?? uncounted(event.atMs)
    const shownSinceMs = event.size && (known.shownSinceMs ?? event.atMs)
    return new Map(flows).set(key, { ...known, shownSinceMs })
  }
  const next = new Map<string, TrackFlow>()
  for (const account of event.received) {
    const key = keyOf(account.leaf, account.track)
    const before = flows.get(key) ?? uncounted(event.atMs)
    const kind = kindOf(account.leaf, account.track)
    next.set(key, count(before, { account, kind, atMs: event.atMs }))
  }
  for (const [key, flow] of flows) if (!next.has(key)) next.set(key, flow)
  return next
}

/**
 * How one person comes in. Only what that person announced and has on is waited for, and only since
 * one can receive at all: who is lost oneself calls nobody frozen.
 */
export function flowOf(
  { leaf, heard, microphone, hasSaidLeave }: Member,
  {
    flows,
    receivingSinceMs,
    nowMs,
  }: { flows: Flows; receivingSinceMs: number | undefined; nowMs: number },
): Flow {
  if (receivingSinceMs === undefined || hasSaidLeave) return 'flowing'
  const find = (kind: TrackKind) => {
    const track = heard?.tracks.find((one) => one.kind === kind)
    return track && flows.get(keyOf(leaf, track.number))
  }
  const stateSince = (flow: TrackFlow | undefined, sinceMs: number | undefined) =>
    flow && sinceMs !== undefined && nowMs - flow.countedAtMs <= COUNTED_WITHIN_MS
      ? stateOf(flow, Math.max(sinceMs, receivingSinceMs))
      : undefined
  const sound = stateSince(
    find('microphone'),
    'track' in microphone ? microphone.sinceMs : undefined,
  )
  const camera = find('camera')
  const picture =
    camera?.quietMs === undefined ? undefined : stateSince(camera, camera.shownSinceMs)
  if (picture === 'stopped')
    return sound === undefined || sound === 'stopped' ? 'stopped' : 'picture-stopped'
  if (sound === 'stopped') return 'sound-stopped'
  const { brokenAtMs = -Infinity } = find('microphone') ?? {}
  const isBroken =
    brokenAtMs - receivingSinceMs >= COUNTED_SINCE_MS && nowMs - brokenAtMs <= BROKEN_SHOWN_FOR_MS
  if (sound !== undefined && isBroken) return 'sound-broken'
  return sound === 'slow' || picture === 'slow' ? 'slow' : 'flowing'
}

type KindOf = (leaf: LeafIndex, track: TrackNumber) => TrackKind | undefined

function stateOf(
  { countedAtMs, quietMs = Infinity, slowCounts }: TrackFlow,
  sinceMs: number,
): 'flowing' | 'slow' | 'stopped' {
  const limitMs = quietMs === Infinity ? FIRST_FRAME_WITHIN_MS : STOPPED_AFTER_MS
  if (Math.min(quietMs, countedAtMs - sinceMs) >= limitMs) return 'stopped'
  return slowCounts >= 2 ? 'slow' : 'flowing'
}

function count(
  before: TrackFlow,
  {
    account: { opened, quietMs, missing },
    kind,
    atMs,
  }: { account: TrackAccount; kind: TrackKind | undefined; atMs: number },
): TrackFlow {
  const came = opened - before.opened
  const perSecond = (came * 1000) / Math.max(1, atMs - before.countedAtMs)
  const isSlow = came > 0 && perSecond < ((kind && SLOW_BELOW_PER_SECOND[kind]) ?? 0)
  const slowCounts = isSlow ? before.slowCounts + 1 : 0
  const brokenAtMs = missing - before.missing >= BROKEN_FROM ? atMs : before.brokenAtMs
  return { ...before, opened, quietMs, countedAtMs: atMs, slowCounts, missing, brokenAtMs }
}

function uncounted(atMs: number): TrackFlow {
  return {
    opened: 0,
    countedAtMs: atMs,
    quietMs: undefined,
    slowCounts: 0,
    missing: 0,
    brokenAtMs: undefined,
    shownSinceMs: atMs,
  }
}

function keyOf(leaf: LeafIndex, track: TrackNumber): string {
  return `${leaf}/${track}`
}

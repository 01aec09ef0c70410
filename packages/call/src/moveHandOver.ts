import type { LeafIndex } from '@parley/protocol'
import type { Step } from './callEvent.ts'
import { ownLeaf, type Call } from './callState.ts'
import {
  OFFERED_FOR_MS,
  YIELDS_AFTER_MS,
  type HandOver,
  type HandOverEvent,
  type Offer,
} from './handOver.ts'
import type { Member, MembersEvent } from './members.ts'
import { moveMicrophone } from './moveMicrophone.ts'

/** The offers of a booth. Nobody goes off air by one: only by a partner who opens, or by one's own hand. */
export function moveHandOver(call: Call, event: HandOverEvent): Step {
  const { handOver } = call
  switch (event.type) {
    case 'own-microphone-heard':
      return [{ ...call, handOver: { ...handOver, inLog: Math.max(handOver.inLog, event.n) } }, []]
    case 'hand-over-heard': {
      const { from, into, to, atMs } = event
      if (from === ownLeaf(call) || !isOnAir(call.members.get(from), { into, ...call.you }))
        return [call, []]
      return [offer(call, from, to === undefined ? undefined : { into, to, atMs }), []]
    }
    case 'hand-over-pressed': {
      const { to, atMs } = event
      const you = ownLeaf(call)
      const into = ownLanguage(call)
      if (you === undefined || into === undefined) return [call, []]
      const isTakenBack = handOver.offers.get(you)?.to === to
      const said = isTakenBack ? { into } : { into, to }
      return [
        offer(call, you, isTakenBack ? undefined : { into, to, atMs }),
        [{ do: 'say', word: { word: 'hand-over', ...said } }],
      ]
    }
  }
}

/** Those offers that still stand: their authors are on air, and they are not a minute old. */
export function keepOffers(call: Call, nowMs: number): HandOver {
  const { handOver, members, you } = call
  const standing = [...handOver.offers].filter(([from, { into, atMs }]) => {
    const isOwn = from === ownLeaf(call)
    const isThere = isOwn
      ? ownLanguage(call) === into
      : isOnAir(members.get(from), { into, side: you.side })
    return isThere && nowMs - atMs < OFFERED_FOR_MS
  })
  if (standing.length === handOver.offers.size) return handOver
  return { ...handOver, offers: new Map(standing) }
}

/**
 * Of one side, whoever opened into a language last is on air: all agree on that by the order of the log,
 * and whoever was before goes off air, once it is clear that the other stays. What one missed, and is told
 * again by a heartbeat, was before.
 */
export function yieldAir(
  before: Call,
  call: Call,
  { from, aim: { into }, atMs, isRepeated }: MembersEvent & { type: 'opened-heard' },
): Step {
  const known = before.members.get(from)?.microphone
  const member = call.members.get(from)
  const isNews = known !== member?.microphone && !(isRepeated && known?.n === -1)
  const isAfterOwn = call.handOver.inLog >= call.microphoneWord.n
  if (into === undefined || !isNews || !isAfterOwn) return [call, []]
  if (from === ownLeaf(call) || ownLanguage(call) !== into) return [call, []]
  if (!isOnAir(member, { into, side: call.you.side })) return [call, []]
  // Whoever coughs keeps nobody's sound going meanwhile.
  if (call.microphone.phase === 'coughing') return goOffAir(call)
  const successors = new Map(call.handOver.successors)
  successors.set(from, { atMs, ownWord: call.microphoneWord.n })
  return [{ ...call, handOver: { ...call.handOver, successors } }, []]
}

/** One closes for a partner who opened later and is still open. */
export function giveWay(call: Call, nowMs: number): Step {
  const { handOver, members, you, microphoneWord } = call
  if (handOver.successors.size === 0) return [call, []]
  const into = ownLanguage(call)
  const standing = [...handOver.successors].filter(
    ([leaf, { ownWord }]) =>
      into !== undefined &&
      ownWord === microphoneWord.n &&
      isOnAir(members.get(leaf), { into, side: you.side }),
  )
  if (standing.some(([, { atMs }]) => nowMs - atMs >= YIELDS_AFTER_MS)) return goOffAir(call)
  if (standing.length === handOver.successors.size) return [call, []]
  return [{ ...call, handOver: { ...handOver, successors: new Map(standing) } }, []]
}

function goOffAir(call: Call): Step {
  const handOver = { ...call.handOver, successors: new Map() }
  return moveMicrophone({ ...call, handOver }, { type: 'microphone-shut', by: 'handed-over' })
}

/** What one interprets into now, also while one coughs. */
function ownLanguage({ microphone }: Call): string | undefined {
  return microphone.phase === 'open' || microphone.phase === 'coughing'
    ? microphone.aim.into
    : undefined
}

function isOnAir(
  member: Member | undefined,
  { into, side }: { into: string; side: Member['side'] },
): boolean {
  if (member?.heldFor !== undefined || member?.side !== side) return false
  return 'aim' in member.microphone && member.microphone.aim.into === into
}

function offer(call: Call, from: LeafIndex, made: Offer | undefined): Call {
  const offers = new Map(call.handOver.offers)
  if (made) offers.set(from, made)
  else offers.delete(from)
  return { ...call, handOver: { ...call.handOver, offers } }
}

import type { LeafIndex } from '@parley/protocol'

export type RefreshEffect = { do: 'refresh' }

/** Ten minutes. Larger: a stolen epoch opens more. Smaller: rooms re-key more often than people come and go. */
const EVERY_MS = 10 * 60_000

/**
 * Each member makes a new path every 10 minutes, above 30 members every 20 s times members. The leaf
 * index spreads them, so that no two members of a room refresh at once. A joining leaf is fresh.
 */
export function stepRefresh(
  refreshedAtMs: number,
  { members, you, nowMs }: { members: number; you: LeafIndex; nowMs: number },
): readonly [number, readonly RefreshEffect[]] {
  if (refreshedAtMs === 0) return [nowMs, []]
  const everyMs = everyMsOf(members)
  const spreadMs = ((you * 0.618) % 1) * (everyMs / 5)
  if (members < 2 || nowMs - refreshedAtMs < everyMs + spreadMs) return [refreshedAtMs, []]
  return [nowMs, [{ do: 'refresh' }]]
}

/** Whether a leaf should have had a new key twice since it last had one. */
export function isKeyOld(
  { renewedAtMs }: { renewedAtMs: number },
  { members, nowMs }: { members: number; nowMs: number },
): boolean {
  return nowMs - renewedAtMs > 2 * everyMsOf(members)
}

function everyMsOf(members: number): number {
  return members > 30 ? 20_000 * members : EVERY_MS
}

import type { LeafIndex } from '@parley/protocol'

/** Why a call is over for this window. Each has a sentence on the last screen. */
export type EndedBy = 'left' | 'withdrawn' | 'replaced' | 'refused'

/** Why one joins again without having been asked. */
export type JoinsAgainBy = 'forked' | 'behind' | 'removed' | 'line-back' | 'group-over'

/** From the green room to the end. Each phase has exactly what is known in it. */
export type Joining =
  | { phase: 'green-room' }
  | { phase: 'joining'; sinceMs: number; again: JoinsAgainBy | undefined }
  | { phase: 'not-fresh'; leaf: LeafIndex; epoch: number; mustHear: 'own-side' | 'anyone' }
  | { phase: 'in-call'; leaf: LeafIndex; epoch: number }
  | { phase: 'ended'; by: EndedBy }

/** An epoch is nobody's word: it is what the first valid commit in the log made of the one before. */
export type JoiningEvent =
  | { type: 'join-pressed'; atMs: number }
  | { type: 'entered'; leaf: LeafIndex; epoch: number; mustHear: 'own-side' | 'anyone' | 'nobody' }
  | { type: 'epoch-advanced'; epoch: number }
  | { type: 'fresh-heartbeat-heard'; from: 'own-side' | 'another-side' }
  | { type: 'must-join-again'; by: JoinsAgainBy; atMs: number }
  | { type: 'leave-pressed' }
  | { type: 'ended'; by: EndedBy }

/** What joining asks of the world. The runner takes the turn, rebuilds what lost, and retries. */
export type JoiningEffect =
  | { do: 'join'; afterMs: number }
  | { do: 'say-leave' }
  | { do: 'close'; by: EndedBy }

/** Once in 10 s at most. Larger: a fork is healed later. Smaller: a hostile log keeps a room re-keying. */
const JOIN_AGAIN_AT_MOST_EVERY_MS = 10_000

type Step = readonly [Joining, readonly JoiningEffect[]]

/** The joining part of a call. An event that its phase does not expect changes nothing. */
export function stepJoining(joining: Joining, event: JoiningEvent): Step {
  if (joining.phase === 'ended') return [joining, []]
  switch (event.type) {
    case 'join-pressed':
      if (joining.phase !== 'green-room') return [joining, []]
      return [
        { phase: 'joining', sinceMs: event.atMs, again: undefined },
        [{ do: 'join', afterMs: 0 }],
      ]
    case 'entered':
      return joining.phase === 'joining' ? [enter(event), []] : [joining, []]
    case 'epoch-advanced':
      return 'epoch' in joining ? [{ ...joining, epoch: event.epoch }, []] : [joining, []]
    case 'fresh-heartbeat-heard': {
      if (joining.phase !== 'not-fresh') return [joining, []]
      if (joining.mustHear === 'own-side' && event.from !== 'own-side') return [joining, []]
      return [{ phase: 'in-call', leaf: joining.leaf, epoch: joining.epoch }, []]
    }
    case 'must-join-again':
      return joinAgain(joining, event)
    case 'leave-pressed':
      return [
        { phase: 'ended', by: 'left' },
        'leaf' in joining
          ? [{ do: 'say-leave' }, { do: 'close', by: 'left' }]
          : [{ do: 'close', by: 'left' }],
      ]
    case 'ended':
      return [{ phase: 'ended', by: event.by }, [{ do: 'close', by: event.by }]]
  }
}

/** A joiner sends no media before a heartbeat with its own heads shows that the group it joined is alive. */
function enter({ leaf, epoch, mustHear }: JoiningEvent & { type: 'entered' }): Joining {
  return mustHear === 'nobody'
    ? { phase: 'in-call', leaf, epoch }
    : { phase: 'not-fresh', leaf, epoch, mustHear }
}

function joinAgain(joining: Joining, event: JoiningEvent & { type: 'must-join-again' }): Step {
  if (joining.phase === 'green-room') return [joining, []]
  const isSoon =
    joining.phase === 'joining' && event.atMs - joining.sinceMs < JOIN_AGAIN_AT_MOST_EVERY_MS
  const afterMs =
    isSoon && joining.phase === 'joining'
      ? joining.sinceMs + JOIN_AGAIN_AT_MOST_EVERY_MS - event.atMs
      : 0
  return [
    { phase: 'joining', sinceMs: event.atMs + afterMs, again: event.by },
    [{ do: 'join', afterMs }],
  ]
}

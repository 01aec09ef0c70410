import type { LeafIndex } from '@parley/protocol'
import type { Chosen } from './publishing.ts'

/** Why a call is over for this window. Each has a sentence on the last screen. */
export type EndedBy = 'left' | 'withdrawn' | 'replaced' | 'refused'

/** Why one joins again without having been asked. */
export type JoinsAgainBy = 'forked' | 'behind' | 'removed' | 'group-over' | 'frames-stopped'

/** Where one sits, and when one last joined anew. */
type Seat = { leaf: LeafIndex; epoch: number; anewAtMs: number | undefined }

/** From the green room to the end. Each phase has exactly what is known in it. */
export type Joining =
  | { phase: 'green-room' }
  | { phase: 'joining'; sinceMs: number; again: JoinsAgainBy | undefined }
  | (Seat & { phase: 'not-fresh'; mustHear: 'own-side' | 'anyone' })
  | (Seat & { phase: 'in-call' })
  | { phase: 'ended'; by: EndedBy }

/** An epoch is nobody's word: it is what the first valid commit in the log made of the one before. */
export type JoiningEvent =
  | { type: 'join-pressed'; atMs: number; chosen?: Chosen }
  | { type: 'entered'; leaf: LeafIndex; epoch: number; mustHear: 'own-side' | 'anyone' | 'nobody' }
  | { type: 'epoch-advanced'; epoch: number }
  | { type: 'fresh-heartbeat-heard'; from: 'own-side' | 'another-side' }
  | { type: 'own-side-gone' }
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
      return joining.phase === 'joining' ? [enter(joining, event), []] : [joining, []]
    case 'epoch-advanced':
      return 'epoch' in joining ? [{ ...joining, epoch: event.epoch }, []] : [joining, []]
    case 'fresh-heartbeat-heard': {
      if (joining.phase !== 'not-fresh') return [joining, []]
      if (joining.mustHear === 'own-side' && event.from !== 'own-side') return [joining, []]
      const { leaf, epoch, anewAtMs } = joining
      return [{ phase: 'in-call', leaf, epoch, anewAtMs }, []]
    }
    case 'own-side-gone':
      return joining.phase === 'not-fresh'
        ? [{ ...joining, mustHear: 'anyone' }, []]
        : [joining, []]
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
function enter(
  { again, sinceMs }: Joining & { phase: 'joining' },
  { leaf, epoch, mustHear }: JoiningEvent & { type: 'entered' },
): Joining {
  const seat = { leaf, epoch, anewAtMs: again && sinceMs }
  return mustHear === 'nobody'
    ? { ...seat, phase: 'in-call' }
    : { ...seat, phase: 'not-fresh', mustHear }
}

function joinAgain(
  joining: Joining,
  { by, atMs }: JoiningEvent & { type: 'must-join-again' },
): Step {
  if (joining.phase === 'green-room' || joining.phase === 'ended') return [joining, []]
  const lastMs = joining.phase === 'joining' ? joining.sinceMs : joining.anewAtMs
  if (lastMs !== undefined && lastMs > atMs) return [joining, []]
  const afterMs =
    lastMs === undefined ? 0 : Math.max(0, lastMs + JOIN_AGAIN_AT_MOST_EVERY_MS - atMs)
  return [{ phase: 'joining', sinceMs: atMs + afterMs, again: by }, [{ do: 'join', afterMs }]]
}

import { NO_FORKS, stepForks, type ForksEvent } from '@parley/call'
import type { OpenRoom } from '@parley/client'
import { authenticatorOf, epochOf } from '@parley/group'
import { PLENARY, type SeatId } from '@parley/protocol'
import { computed, signal, type ReadonlySignal } from '@preact/signals-core'

/** Compares the plenary as one is in it with what one's own side says in its caucus. */
export function followForks(plenary: OpenRoom): Disposable & {
  /** Who is in another plenary. */
  forked: ReadonlySignal<ReadonlySet<SeatId>>
  /** Hears what is said in that caucus. */
  hear: (caucus: OpenRoom) => void
} {
  const parts = new DisposableStack()
  const forks = signal(NO_FORKS)
  const step = (event: ForksEvent) => (forks.value = stepForks(forks.peek(), event))
  const look = (hasEntered: boolean) => {
    const { group } = plenary.room
    if (!group) return
    step({ type: 'own-epoch', report: [epochOf(group), authenticatorOf(group)], hasEntered })
  }
  look(true)
  parts.use(
    plenary.room.listen(({ type }) => {
      if (type === 'entered' || type === 'epoch') look(type === 'entered')
    }),
  )
  return {
    forked: computed(() => forks.value.forked),
    hear({ room, runner }) {
      parts.use(
        room.listen((event) => {
          if (event.type !== 'word' || event.heard.word.word !== 'heartbeat') return
          const report = event.heard.word.rooms?.[PLENARY]
          const member = runner.call.members.get(event.heard.from)
          if (report && member?.heldFor === undefined && member)
            step({ type: 'reported', by: member.seat, report })
        }),
      )
    },
    [Symbol.dispose]: () => parts.dispose(),
  }
}

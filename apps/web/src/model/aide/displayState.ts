import type { DisplayState } from '@parley/call'
import type { SeatId } from '@parley/protocol'
import type { CallView } from '../callView.ts'

/** What the call's screen is, as its aide's console is told. `speaker` is who speaks on the floor. */
export function displayState(view: CallView, speaker: SeatId | undefined): DisplayState {
  const { display, otherDisplay, listening, camera, messages, agenda } = view
  const part = agenda?.now
  const channels = listening?.channels ?? []
  const hears = channels.find(({ isChosen }) => isChosen)?.channel
  return {
    layout: display,
    layouts: [display, otherDisplay].toSorted(),
    ...(hears && { hears }),
    channels: channels.flatMap(({ channel }) => channel ?? []),
    camera: camera === 'off' ? 'off' : 'on',
    microphone: microphoneOf(view),
    ...(speaker && { speaker }),
    ...(part && { part: { item: part.part, isOpen: part.open } }),
    others: messages.readers,
  }
}

function microphoneOf({
  microphone: { is, closedBy },
  dialog,
}: CallView): DisplayState['microphone'] {
  if (is === 'unavailable') return closedBy === 'private' ? 'private' : 'unavailable'
  if (is !== 'closed') return 'open'
  const isStopped = dialog?.type === 'reconnecting' || dialog?.type === 'browser-unfit'
  return isStopped ? 'unavailable' : 'closed'
}

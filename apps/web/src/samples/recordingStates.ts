import type { CallView } from '../model/callView.ts'
import type { OwnRecording, RecordingView } from '../model/recording/recordingView.ts'
import { RECORDING_FAILURES } from '../screens/recording/recordingFailures.ts'
import { keysOf } from './keysOf.ts'

const LIVIA = { name: 'Livia Spescha', side: 'Switzerland', isYou: false }
const NOBODY: RecordingView = {
  agreed: [LIVIA, { name: 'Josphat Mwendwa', side: 'Kenya', isYou: false }],
  by: [],
  ended: [],
  notAgreed: [],
  own: undefined,
}
const OWN: OwnRecording = {
  is: 'off',
  failure: undefined,
  bytes: 0,
  freeBytes: 212e9,
  leftS: undefined,
  recordedS: 0,
  isKept: true,
}
const RUNNING: OwnRecording = {
  ...OWN,
  is: 'recording',
  bytes: 184e6,
  leftS: 390_000,
  recordedS: 342,
}

/** What is recorded, and what one’s own device does about it, in every state that there are words for, by name. */
export function recordingStates({
  open,
  closed,
  room,
}: Record<'open' | 'closed' | 'room', CallView>): ReadonlyMap<string, CallView> {
  const own = (view: CallView, of: Partial<OwnRecording>, by: readonly string[] = []): CallView =>
    withRecording(view, { ...NOBODY, by, own: { ...OWN, ...of } })
  return new Map([
    ['recording: agreed', withRecording(closed, NOBODY)],
    ['recording: by one', withRecording(open, { ...NOBODY, by: ['Switzerland'] })],
    ['recording: by both', withRecording(open, { ...NOBODY, by: ['Switzerland', 'Kenya'] })],
    ['recording: ended', withRecording(closed, { ...NOBODY, ended: ['Switzerland'] })],
    ['recording: not agreed', withRecording(closed, { ...NOBODY, notAgreed: ['Amina Haji Nur'] })],
    ['recording: here, off', own(closed, {})],
    ['recording: here, starting', own(open, { is: 'starting' })],
    ['recording: here, waiting', own(closed, { is: 'waiting', isKept: false })],
    [
      'recording: here, waiting again',
      own(closed, { is: 'waiting', recordedS: 342, bytes: 184e6 }),
    ],
    ['recording: here, running', own(open, RUNNING, ['Switzerland'])],
    ...keysOf(RECORDING_FAILURES).map(
      (failure) => [`recording: here, ${failure}`, own(open, { failure })] as const,
    ),
    ['room display: recorded', withRecording(room, { ...NOBODY, by: ['Switzerland'] })],
  ])
}

function withRecording(view: CallView, recording: RecordingView): CallView {
  return view.agenda ? { ...view, agenda: { ...view.agenda, recording } } : view
}

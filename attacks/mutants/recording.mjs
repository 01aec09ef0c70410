const RECORDER = 'packages/sframe/src/recorder/recorder.ts'
const RECEIVER = 'packages/sframe/src/receiver.ts'
const OUTGOING = 'packages/sframe/src/outgoingTrack.ts'
const STATE = 'apps/web/src/model/recording/recordingState.ts'
const TOUCH = 'apps/web/src/model/recording/touch.ts'
const TRACKS = 'apps/web/src/model/recording/tracksToRecord.ts'
const HEADER = 'packages/release/src/recordings/header.ts'
const LAYOUT = 'packages/release/src/recordings/layout.ts'
const AGREED = 'packages/release/src/recordings/agreed.ts'
const RECORDER_TEST = 'packages/sframe/src/recorder/recorder.test.ts'
const STATE_TEST = 'apps/web/src/model/recording/recordingState.test.ts'
const TOUCH_TEST = 'apps/web/src/model/recording/touch.test.ts'
const WHO_TEST = 'apps/web/src/model/recording/whoRecords.test.ts'
const READ_TEST = 'packages/release/src/recordings/readRecording.test.ts'
const AGREED_TEST = 'packages/release/src/recordings/agreed.test.ts'

/** @type {readonly import('../../scripts/run/mutants.mjs').Mutant[]} What is recorded, by whom, and who reads it. */
export const RECORDING = [
  {
    defence: 'recorder: shut once the page has not said again that the part is open (R90)',
    file: RECORDER,
    text: 'if (!open || nowMs >= open.untilMs) return this.#close()',
    becomes: 'if (!open) return this.#close()',
    test: RECORDER_TEST,
    fact: 'a page that does not say again',
  },
  {
    defence: 'recorder: what came after the part closed is not written (R90)',
    file: RECORDER,
    text: 'this.#taken = this.#taken.filter(({ cameMs }) => cameMs < fromMs)',
    becomes: '',
    test: RECORDER_TEST,
    fact: 'of a piece that is being made',
  },
  {
    defence: 'recorder: what was written after the part closed is taken back (R90)',
    file: RECORDER,
    text: 'bytes: await file.takeBack(takeBackFromMs)',
    becomes: 'bytes: await file.takeBack(Infinity)',
    test: RECORDER_TEST,
    fact: 'the part closes',
  },
  {
    defence: 'recorder: nothing that is not listed (R90)',
    file: RECORDER,
    text: 'if (!recorded || !isOf(frame, recorded)) return',
    becomes: 'if (!recorded) return',
    test: RECORDER_TEST,
    fact: 'nothing is recorded before',
  },
  {
    defence: 'recorder: of others what opened and may be played alone (R90)',
    file: RECEIVER,
    text: "if (!window.isFresh(ctr)) return 'replayed'",
    becomes: '',
    test: RECORDER_TEST,
    fact: 'a frame that is not authentic',
  },
  {
    defence: 'recorder: of one’s own what went out alone (R90)',
    file: OUTGOING,
    text: 'if (shut) return shut',
    becomes: '',
    test: RECORDER_TEST,
    fact: 'of a closed microphone nothing',
  },
  {
    defence: 'recorder: said before a frame is taken (R92)',
    file: STATE,
    text: "[{ ...state, phase: 'announcing', part }, [...settled, { do: 'announce', part }]]",
    becomes: "[{ ...state, phase: 'recording', part }, [...settled, { do: 'allow', part }]]",
    test: STATE_TEST,
    fact: 'it is said first',
  },
  {
    defence: 'recorder: a seat that is agreed to (R89)',
    file: STATE,
    text: "const isReady = isWanted && file === 'there' && isAgreed && isInTouch",
    becomes: "const isReady = isWanted && file === 'there' && isInTouch",
    test: STATE_TEST,
    fact: 'a seat that is no longer agreed to',
  },
  {
    defence: 'recorder: in touch with every side (R90)',
    file: TOUCH,
    text: 'nowMs - heardAtMs <= SILENT_MS',
    becomes: 'true',
    test: TOUCH_TEST,
  },
  {
    defence: 'recorder: not while somebody says that the talks have moved on (R90)',
    file: TOUCH,
    text: 'ahead.length === 0 &&',
    becomes: '',
    test: TOUCH_TEST,
  },
  {
    defence: 'recorder: nothing that is said for one person’s ears (R90)',
    file: TRACKS,
    text: 'const isKept = member !== undefined && !isOpen && isAimed(member.microphone)',
    becomes: 'const isKept = false',
    test: WHO_TEST,
    fact: 'what is said for one person’s ears',
  },
  {
    defence: 'recording: its seats, where the plan has it (R89)',
    file: AGREED,
    text: 'filter(([, { records }]) => isRecorded && records)',
    becomes: 'filter(([, { records }]) => records)',
    test: AGREED_TEST,
  },
  {
    defence: 'recording: its header is of the device that it names (R91)',
    file: HEADER,
    text: "await verifyJws(jws, 'parley-recording', device)",
    becomes: 'payloadOf(jws)',
    test: READ_TEST,
    fact: 'no other seal opens it',
  },
  {
    defence: 'recording: a piece is of this file and of its place (R91)',
    file: LAYOUT,
    text: 'additionalData: join(header, prefix),',
    becomes: '',
    test: READ_TEST,
    fact: 'no other seal opens it',
  },
]

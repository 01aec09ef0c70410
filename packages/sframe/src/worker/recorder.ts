import type { FrameRooms } from '../frameRooms.ts'
import type { Tapped } from '../frameTap.ts'
import { Recorder } from '../recorder/recorder.ts'
import type { RecorderCommand, RecorderReport } from '../recorder/recorderMessages.ts'
import { makeDisk } from '../recorder/diskWorker.ts'

const clock = {
  nowMs: () => performance.now(),
  utcMs: () => Date.now(),
  after: (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms)
    return { [Symbol.dispose]: () => clearTimeout(timer) }
  },
}

/** Records for whoever holds the other end of that port: of the plenary, and of no other room. */
export function record(
  port: MessagePort,
  { rooms, askKeyFrame }: { rooms: FrameRooms; askKeyFrame: (of: Tapped) => void },
): void {
  const report = (said: RecorderReport) => port.postMessage(said)
  const recorder = new Recorder({
    clock,
    attach: (tap) => (rooms.engineOf('plenary').tap = tap),
    askKeyFrame,
    makeDisk,
    report,
  })
  port.addEventListener('message', ({ data }: MessageEvent<RecorderCommand>) =>
    recorder.handle(data),
  )
  port.start()
}

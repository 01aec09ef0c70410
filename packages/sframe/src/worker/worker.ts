import { FrameRooms } from '../frameRooms.ts'
import type { TransformId, TransformOptions, WorkerCommand, WorkerReport } from '../messages.ts'
import type { RecorderReport } from '../recorder/recorderMessages.ts'
import { drain, pumpIn, pumpOut } from './pump.ts'

const clock = {
  nowMs: () => performance.now(),
  after: (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms)
    return { [Symbol.dispose]: () => clearTimeout(timer) }
  },
}

const tell = (report: WorkerReport) => postMessage(report)
const rooms = new FrameRooms(clock, tell)

const transformers = new Map<TransformId, WeakRef<RTCRtpScriptTransformer>>()

onmessage = ({ data }: MessageEvent<WorkerCommand>) => {
  if (data.do === 'record') return void record(data.port)
  if (data.do === 'ask-key-frame') return askKeyFrame(data.id)
  rooms.handle(data)
}

function askKeyFrame(id: TransformId): void {
  const transformer = transformers.get(id)?.deref()
  transformer?.sendKeyFrameRequest().catch(() => undefined)
}

async function record(port: MessagePort): Promise<void> {
  try {
    const recorder = await import('./recorder.ts')
    recorder.record(port, {
      rooms,
      askKeyFrame: ({ id, leaf }) => {
        if (leaf !== undefined) askKeyFrame(id)
        else tell({ type: 'key-frame-wanted', room: 'plenary', id })
      },
    })
  } catch {
    const report: RecorderReport = { type: 'failed', why: 'not-loaded' }
    port.postMessage(report)
  }
}

onrtctransform = ({ transformer }) => {
  const options = transformer.options as TransformOptions
  const { id, side, room } = options
  if (!room) return void drain(transformer).catch(() => undefined)
  transformers.set(id, new WeakRef(transformer))
  const pump = side === 'send' ? pumpOut : pumpIn
  const onGap = () => tell({ type: 'key-frame-wanted', room, id })
  pump(transformer, options, { engine: rooms.engineOf(room), clock, onGap }).catch(() => undefined)
}

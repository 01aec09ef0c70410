import { FrameRooms } from '../frameRooms.ts'
import type { TransformId, TransformOptions, WorkerCommand, WorkerReport } from '../messages.ts'
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
  if (data.do !== 'ask-key-frame') return rooms.handle(data)
  const transformer = transformers.get(data.id)?.deref()
  transformer?.sendKeyFrameRequest().catch(() => undefined)
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

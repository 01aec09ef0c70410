import { FrameEngine } from '../frameEngine.ts'
import type { TransformId, TransformOptions, WorkerCommand, WorkerReport } from '../messages.ts'
import { pumpIn, pumpOut } from './pump.ts'

const clock = {
  nowMs: () => performance.now(),
  after: (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms)
    return { [Symbol.dispose]: () => clearTimeout(timer) }
  },
}

const tell = (report: WorkerReport) => postMessage(report)
const engine = new FrameEngine(clock, tell)

const transformers = new Map<TransformId, WeakRef<RTCRtpScriptTransformer>>()

onmessage = ({ data }: MessageEvent<WorkerCommand>) => {
  if (data.do !== 'ask-key-frame') return engine.handle(data)
  const transformer = transformers.get(data.id)?.deref()
  transformer?.sendKeyFrameRequest().catch(() => undefined)
}

onrtctransform = ({ transformer }) => {
  const options = transformer.options as TransformOptions
  transformers.set(options.id, new WeakRef(transformer))
  const pump = options.side === 'send' ? pumpOut : pumpIn
  const onGap = () => tell({ type: 'key-frame-wanted', id: options.id })
  pump(transformer, options, { engine, onGap }).catch(() => undefined)
}

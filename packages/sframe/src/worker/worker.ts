import { FrameEngine } from '../frameEngine.ts'
import type { TransformOptions, WorkerCommand, WorkerReport } from '../messages.ts'
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

onmessage = ({ data }: MessageEvent<WorkerCommand>) => engine.handle(data)

onrtctransform = ({ transformer }) => {
  const options = transformer.options as TransformOptions
  const pump = options.side === 'send' ? pumpOut : pumpIn
  const onGap = () => tell({ type: 'key-frame-wanted', id: options.id })
  pump(transformer, options, { engine, onGap }).catch(() => undefined)
}

import { FrameEngine } from '../frameEngine.ts'
import type { TransformOptions, WorkerCommand } from '../messages.ts'
import { pumpIn, pumpOut } from './pump.ts'

const clock = {
  nowMs: () => performance.now(),
  after: (ms: number, run: () => void) => {
    const timer = setTimeout(run, ms)
    return { [Symbol.dispose]: () => clearTimeout(timer) }
  },
}

const engine = new FrameEngine(clock, (report) => postMessage(report))

onmessage = ({ data }: MessageEvent<WorkerCommand>) => engine.handle(data)

onrtctransform = ({ transformer }) => {
  const options = transformer.options as TransformOptions
  const pump = options.side === 'send' ? pumpOut : pumpIn
  pump(transformer, options, engine).catch(() => undefined)
}

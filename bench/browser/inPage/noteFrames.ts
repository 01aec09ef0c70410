import type { LoggedFrame } from '../frameLog.ts'

/** What the worker's own script is given for each sender and receiver. */
type Transformer = { readable: ReadableStream; options: { side: LoggedFrame['side'] } }

/** Runs in a frame worker, before its own script, so it takes nothing from outside. */
export function noteFrames(): void {
  const noted: LoggedFrame[] = []
  Object.assign(globalThis, { notedFrames: noted, notesFrames: true })
  const entries = new WeakMap<object, LoggedFrame>()
  const sides = new WeakMap<object, LoggedFrame['side']>()
  const sideOf = new WeakMap<object, LoggedFrame['side']>()
  const now = () => performance.timeOrigin + performance.now()
  const endOf = ({ data }: RTCEncodedVideoFrame | RTCEncodedAudioFrame) =>
    [...new Uint8Array(data).subarray(-12)].join(' ')
  const isFrame = (value: unknown): value is RTCEncodedVideoFrame | RTCEncodedAudioFrame =>
    value instanceof RTCEncodedVideoFrame || value instanceof RTCEncodedAudioFrame

  addEventListener('rtctransform', (event) => {
    const { transformer } = event as Event & { transformer: Transformer }
    sides.set(transformer.readable, transformer.options.side)
  })
  const getReader = Reflect.get(ReadableStream.prototype, 'getReader') as () => object
  Reflect.set(ReadableStream.prototype, 'getReader', function (this: ReadableStream) {
    const reader = getReader.call(this)
    const side = sides.get(this)
    if (side) sideOf.set(reader, side)
    return reader
  })
  const read = Reflect.get(ReadableStreamDefaultReader.prototype, 'read') as (
    this: ReadableStreamDefaultReader,
  ) => Promise<ReadableStreamReadResult<unknown>>
  ReadableStreamDefaultReader.prototype.read = async function (this: ReadableStreamDefaultReader) {
    const result = await read.call(this)
    const side = sideOf.get(this)
    if (side && Reflect.get(globalThis, 'notesFrames') && isFrame(result.value)) {
      const kind = result.value instanceof RTCEncodedVideoFrame ? 'video' : 'audio'
      const seal = side === 'receive' ? endOf(result.value) : ''
      const entry: LoggedFrame = { kind, side, inMs: now(), outMs: undefined, seal }
      entries.set(result.value, entry)
      noted.push(entry)
    }
    return result
  }
  const write = Reflect.get(WritableStreamDefaultWriter.prototype, 'write') as (
    this: WritableStreamDefaultWriter,
    frame: unknown,
  ) => Promise<void>
  WritableStreamDefaultWriter.prototype.write = function (
    this: WritableStreamDefaultWriter,
    frame,
  ) {
    const entry = isFrame(frame) ? entries.get(frame) : undefined
    if (entry) {
      entry.outMs = now()
      if (entry.side === 'send') entry.seal = endOf(frame)
    }
    return write.call(this, frame)
  }
}

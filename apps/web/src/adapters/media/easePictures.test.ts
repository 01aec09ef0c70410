import { expect, test } from 'vitest'
import { EasePictures } from './easePictures.ts'

/** A clock that calls so late as it is told. */
function lateClock() {
  let nowMs = 0
  let due: { atMs: number; run: () => void } | undefined
  const clock = {
    nowMs: () => nowMs,
    after(ms: number, run: () => void) {
      const own = { atMs: nowMs + ms, run }
      due = own
      return { [Symbol.dispose]: () => void (due === own && (due = undefined)) }
    },
  }
  const calls = (count: number, lateMs: number) => {
    for (let at = 0; at < count; at++) {
      nowMs = (due?.atMs ?? nowMs) + lateMs
      due?.run()
    }
  }
  return { clock, calls, isWaiting: () => due !== undefined }
}

type Layer = Pick<RTCRtpEncodingParameters, 'maxFramerate' | 'maxBitrate'>

function sender(kind: 'audio' | 'video', layers: readonly Layer[]) {
  let encodings: RTCRtpEncodingParameters[] = structuredClone([...layers])
  let times = 0
  return {
    track: { kind } as MediaStreamTrack,
    getParameters: () => ({ encodings: structuredClone(encodings) }) as RTCRtpSendParameters,
    setParameters: async (parameters: RTCRtpSendParameters) => {
      times++
      encodings = parameters.encodings
    },
    layers: () => encodings,
    rates: () => encodings.map(({ maxFramerate }) => maxFramerate),
    /** As the camera of another device is given its bits. */
    giveLargest: (maxBitrate: number) => Object.assign(encodings.at(-1) ?? {}, { maxBitrate }),
    times: () => times,
  }
}

function start(senders: ReturnType<typeof sender>[], isHidden = () => false) {
  const late = lateClock()
  const pictures = new EasePictures([{ getSenders: () => senders }], {
    clock: late.clock,
    isHidden,
  })
  return { ...late, pictures }
}

const CAMERA: readonly Layer[] = [
  { maxFramerate: 20, maxBitrate: 160_000 },
  { maxFramerate: 30, maxBitrate: 600_000 },
]

test('a strained machine sends fewer frames in each size, with their share of the bits, and all again once it is not', () => {
  const camera = sender('video', [...CAMERA, {}])
  const { calls } = start([camera])

  calls(4, 150)
  expect(camera.layers()).toEqual([
    { maxFramerate: 15, maxBitrate: 96_000 },
    { maxFramerate: 15, maxBitrate: 360_000 },
    { maxFramerate: 15 },
  ])
  calls(151, 0)

  expect(camera.layers()).toEqual([...CAMERA, {}])
  expect(camera.times()).toBe(2)
})

test('a camera that was exchanged meanwhile has its own bits after it, and its share of them before', () => {
  const camera = sender('video', CAMERA)
  const { calls } = start([camera])
  calls(4, 150)

  camera.giveLargest(1_000_000)
  calls(1, 0)
  expect(camera.layers().at(-1)).toEqual({ maxFramerate: 15, maxBitrate: 600_000 })
  calls(151, 0)

  expect(camera.layers().at(-1)?.maxBitrate).toBe(1_000_000)
})

test('a screen that has so few anyway, and sound, are left alone', () => {
  const screen = sender('video', [{ maxFramerate: 15, maxBitrate: 2_500_000 }])
  const sound = sender('audio', [{ maxBitrate: 32_000 }])
  const { calls } = start([screen, sound])

  calls(4, 150)

  expect([screen.times(), sound.times()]).toEqual([0, 0])
})

test('a camera that begins on a strained machine is eased at the next look', () => {
  const senders: ReturnType<typeof sender>[] = []
  const { calls } = start(senders)
  calls(4, 150)
  const camera = sender('video', [{ maxFramerate: 30 }])
  senders.push(camera)

  calls(1, 0)

  expect(camera.rates()).toEqual([15])
})

test('a page that nobody sees is called late, and is not strained by it', () => {
  const camera = sender('video', [{ maxFramerate: 30 }])
  const { calls } = start([camera], () => true)

  calls(20, 800)

  expect(camera.rates()).toEqual([30])
})

test('nothing is looked at any more once it is disposed of', () => {
  const { pictures, isWaiting } = start([])

  pictures[Symbol.dispose]()

  expect(isWaiting()).toBe(false)
})

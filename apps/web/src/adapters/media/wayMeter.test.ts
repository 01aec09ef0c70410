import type { MediaEvent } from '@parley/call'
import { LeafIndex, TrackNumber } from '@parley/protocol'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import { WayMeter, type WayEntry } from './wayMeter.ts'

const leaf = v.parse(LeafIndex, 3)
const number = v.parse(TrackNumber, 7)
const media = { id: 'voice' } as MediaStreamTrack
const attached: MediaEvent = { type: 'media-attached', leaf, number, kind: 'microphone', media }

/** A connection as the browser would report it: its round trip, and the sound that came over it. */
function connection(roundTripS: number, sounds: readonly Partial<WayEntry>[] = []) {
  const played = sounds.map((sound) => ({ type: 'inbound-rtp', kind: 'audio', ...sound, id: 'I' }))
  return {
    reads: 0,
    async getStats() {
      this.reads++
      return [
        { id: 'P1', type: 'candidate-pair', currentRoundTripTime: 9 },
        { id: 'P2', type: 'candidate-pair', currentRoundTripTime: roundTripS },
        { id: 'T', type: 'transport', selectedCandidatePairId: 'P2' },
        ...played,
      ]
    },
  }
}

function voice(jitterBufferDelay: number, jitterBufferEmittedCount: number): Partial<WayEntry> {
  return { trackIdentifier: 'voice', jitterBufferDelay, jitterBufferEmittedCount }
}

test('the line is half of the longer round trip, and it is read once in five seconds', async () => {
  const meter = new WayMeter()
  const connections = [connection(0.2), connection(0.5)]

  expect(await meter.measure(connections, 1000)).toEqual({ lineMs: 250, buffersMs: new Map() })
  expect(await meter.measure(connections, 5999)).toBeUndefined()
  expect(connections.map(({ reads }) => reads)).toEqual([1, 1])
  expect(await meter.measure(connections, 6000)).toMatchObject({ lineMs: 250 })
})

test('before a connection stands nothing is measured, and it is as soon as one does', async () => {
  const meter = new WayMeter()

  expect(await meter.measure([], 0)).toBeUndefined()
  expect(await meter.measure([connection(0.1)], 1)).toMatchObject({ lineMs: 50 })
})

test('a voice waits as long as its samples since the last reading did, by leaf', async () => {
  const meter = new WayMeter()
  meter.follow(attached)
  await meter.measure([connection(0.1, [voice(1000, 48_000)])], 0)

  const measured = await meter.measure([connection(0.1, [voice(1000 + 24_000, 288_000)])], 5000)

  expect(measured?.buffersMs).toEqual(new Map([[leaf, 100]]))
})

test('of a voice that did not sound, that is gone, or that is the sound of a screen, nothing is known', async () => {
  const silent = new WayMeter()
  const gone = new WayMeter()
  const screen = new WayMeter()
  silent.follow(attached)
  gone.follow(attached)
  gone.follow({ type: 'media-detached', leaf, number })
  screen.follow({ ...attached, kind: 'screen-sound' })

  for (const [meter, samples] of [
    [silent, 0],
    [gone, 48_000],
    [screen, 48_000],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other is what is measured
    await meter.measure([connection(0.1, [voice(1, 1000)])], 0)
    // oxlint-disable-next-line no-await-in-loop -- likewise
    const measured = await meter.measure([connection(0.1, [voice(2, 1000 + samples)])], 5000)
    expect(measured?.buffersMs.size).toBe(0)
  }
})

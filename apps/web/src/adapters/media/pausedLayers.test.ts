import { expect, test } from 'vitest'
import { keepPaused } from './pausedLayers.ts'

const answer = [
  'v=0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=mid:0',
  'm=video 9 UDP/TLS/RTP/SAVPF 96',
  'a=mid:1',
  'a=rid:q recv',
  'a=rid:h recv',
  'a=simulcast:recv q;h',
  'm=video 9 UDP/TLS/RTP/SAVPF 96',
  'a=mid:2',
  'a=simulcast:recv q;h;~f',
  '',
].join('\r\n')

function simulcastIn(description: RTCSessionDescriptionInit): readonly string[] {
  return description.sdp?.split('\r\n').filter((line) => line.startsWith('a=simulcast')) ?? []
}

test('layers that are off are called paused, and no others', () => {
  const off = new Map([
    ['0', new Set<string>()],
    ['1', new Set(['h'])],
    ['2', new Set(['h', 'f'])],
  ])

  expect(simulcastIn(keepPaused({ type: 'answer', sdp: answer }, off))).toEqual([
    'a=simulcast:recv q;~h',
    'a=simulcast:recv q;~h;~f',
  ])
})

test('an answer stays as it is where all are on, and so does an offer', () => {
  const all = { type: 'answer', sdp: answer } as const
  const offer = { type: 'offer', sdp: answer } as const

  expect(keepPaused(all, new Map([['1', new Set<string>()]]))).toEqual(all)
  expect(keepPaused(offer, new Map([['1', new Set(['h'])]]))).toBe(offer)
})

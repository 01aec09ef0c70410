import { expect, test } from 'vitest'
import { tuneAnswer } from './tuneAnswer.ts'

const answer = [
  'v=0',
  'm=audio 9 UDP/TLS/RTP/SAVPF 111',
  'a=extmap:1 urn:ietf:params:rtp-hdrext:ssrc-audio-level',
  'a=rtpmap:111 opus/48000/2',
  'a=fmtp:111 minptime=10;stereo=1;useinbandfec=1;stereo=1',
  'm=video 9 UDP/TLS/RTP/SAVPF 96 98',
  'a=rtpmap:96 VP8/90000',
  'a=rtpmap:98 VP9/90000',
  'a=fmtp:98 x-google-start-bitrate=300;profile-id=0',
  '',
].join('\r\n')

test('sound has a constant rate, one channel and no level beside it, pictures start at a good rate', () => {
  const { sdp } = tuneAnswer({ type: 'answer', sdp: answer })

  expect(sdp?.split('\r\n')).toEqual([
    'v=0',
    'm=audio 9 UDP/TLS/RTP/SAVPF 111',
    'a=rtpmap:111 opus/48000/2',
    'a=fmtp:111 minptime=10;useinbandfec=1;cbr=1',
    'm=video 9 UDP/TLS/RTP/SAVPF 96 98',
    'a=rtpmap:96 VP8/90000',
    'a=fmtp:96 x-google-start-bitrate=1500',
    'a=rtpmap:98 VP9/90000',
    'a=fmtp:98 profile-id=0;x-google-start-bitrate=1500',
    '',
  ])
})

test('an answer tuned twice is as one tuned once', () => {
  const once = tuneAnswer({ type: 'answer', sdp: answer })

  expect(tuneAnswer(once)).toEqual(once)
})

test('an offer stays as it is', () => {
  const offer = { type: 'offer', sdp: answer } as const

  expect(tuneAnswer(offer)).toBe(offer)
})

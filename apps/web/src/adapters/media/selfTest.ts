import type { MediaEvent } from '@parley/call'

type Unfit = Extract<MediaEvent, { type: 'browser-unfit' }>['why']

/** Larger: a slow machine still gets its answer. Smaller: an unfit browser is told sooner. */
const ANSWER_WITHIN_MS = 10_000

const LOOK_EVERY_MS = 50

const LOCKED: RTCConfiguration & { encodedInsertableStreams: boolean } = {
  encodedInsertableStreams: true,
}

/**
 * Whether this browser holds frames back that have no transform: a loopback connection with the lock
 * on and no transform must encode pictures and deliver none. Run before any call, because the lock is
 * a legacy one. Undefined when it holds.
 */
export async function whyUnfit(
  Native: typeof RTCPeerConnection,
  signal: AbortSignal,
): Promise<Unfit | undefined> {
  if (!('RTCRtpScriptTransform' in globalThis)) return 'no-transforms'
  const stack = new DisposableStack()
  try {
    const picture = stack.adopt(movingPicture(), (moving) => moving.stop())
    const near = stack.adopt(lockedConnection(Native), (connection) => connection.close())
    const far = stack.adopt(lockedConnection(Native), (connection) => connection.close())
    near.onicecandidate = ({ candidate }) => void far.addIceCandidate(candidate ?? undefined)
    far.onicecandidate = ({ candidate }) => void near.addIceCandidate(candidate ?? undefined)
    near.addTransceiver(picture.track, { direction: 'sendonly' })
    await near.setLocalDescription()
    if (near.localDescription) await far.setRemoteDescription(near.localDescription)
    await far.setLocalDescription()
    if (far.localDescription) await near.setRemoteDescription(far.localDescription)
    return await watch(near, far, signal)
  } finally {
    stack.dispose()
  }
}

/** Several pictures encoded while connected, and none of them sent or received. */
async function watch(
  near: RTCPeerConnection,
  far: RTCPeerConnection,
  signal: AbortSignal,
): Promise<Unfit | undefined> {
  const untilMs = performance.now() + ANSWER_WITHIN_MS
  while (performance.now() < untilMs) {
    signal.throwIfAborted()
    const [sent, received] = await Promise.all([near.getStats(), far.getStats()])
    if (sum(sent, 'bytesSent') > 0 || sum(received, 'framesReceived') > 0) return 'sends-unsealed'
    if (near.connectionState === 'connected' && sum(sent, 'framesEncoded') >= 5) return undefined
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS))
  }
  return 'sends-unsealed'
}

function sum(
  stats: RTCStatsReport,
  name: 'bytesSent' | 'framesEncoded' | 'framesReceived',
): number {
  let total = 0
  stats.forEach((entry: Record<string, unknown>) => {
    const value = String(entry['type']).endsWith('bound-rtp') ? entry[name] : undefined
    if (typeof value === 'number') total += value
  })
  return total
}

function lockedConnection(Native: typeof RTCPeerConnection): RTCPeerConnection {
  return new Native(LOCKED)
}

function movingPicture(): { track: MediaStreamTrack; stop(): void } {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = 64
  const context = canvas.getContext('2d')
  let at = 0
  const timer = setInterval(() => context?.fillRect(at++ % 64, 0, 1, 64), 30)
  const [track] = canvas.captureStream(30).getVideoTracks()
  if (!track) throw new Error('a canvas has no picture')
  return {
    track,
    stop() {
      clearInterval(timer)
      track.stop()
    },
  }
}

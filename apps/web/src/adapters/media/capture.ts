import type { DeviceFailure, TrackKind } from '@parley/call'

/** A way to a camera or a microphone: the browser's, or one that was open already. */
export type Capture = (kind: 'camera' | 'microphone', device: string) => Promise<MediaStreamTrack>

/** Takes a camera or a microphone. `default` leaves the choice to the browser. */
export async function captureDevice(
  kind: 'camera' | 'microphone',
  device: string,
): Promise<MediaStreamTrack> {
  const chosen = device === 'default' ? {} : { deviceId: { exact: device } }
  const stream = await navigator.mediaDevices.getUserMedia(
    kind === 'camera'
      ? {
          video: {
            ...chosen,
            width: { ideal: 1280 },
            height: { ideal: 720 },
            frameRate: { ideal: 30 },
          },
        }
      : {
          audio: {
            ...chosen,
            echoCancellation: true,
            noiseSuppression: true,
            autoGainControl: true,
          },
        },
  )
  const [track] = stream.getTracks()
  if (!track) throw new DOMException('no track', 'NotFoundError')
  return track
}

/** Asks for a screen, a window or a tab, with its sound where the browser gives it. */
export async function captureScreen(): Promise<ReadonlyMap<TrackKind, MediaStreamTrack>> {
  const stream = await navigator.mediaDevices.getDisplayMedia({
    video: { frameRate: { max: 15 } },
    audio: true,
  })
  return new Map(
    stream.getTracks().map((track) => [track.kind === 'video' ? 'screen' : 'screen-sound', track]),
  )
}

/** In words that have sentences. */
export function whyFailed(cause: unknown): DeviceFailure {
  switch (cause instanceof DOMException ? cause.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'refused'
    case 'NotReadableError':
    case 'AbortError':
      return 'in-use'
    default:
      return 'not-found'
  }
}

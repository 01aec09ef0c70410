import type { DeviceFailure, TrackKind } from '@parley/call'
import type { Role } from '@parley/seal'
import { rememberedDevice } from '../rememberedDevices.ts'

/** A way to a camera or a microphone: the browser's, or one that was open already. */
export type Capture = (kind: 'camera' | 'microphone', device: string) => Promise<MediaStreamTrack>

/**
 * What is done to a voice before it is sent. `as-it-is`: nothing, so that all of it is sent. `without-echo`: what
 * the loudspeaker played is taken out, and no more; Chromium does so at 32 kHz, and the voice ends at 14.
 * `cleaned`: noise is taken out as well, and the level evened.
 */
export type Voicing = 'as-it-is' | 'without-echo' | 'cleaned'

/**
 * By who speaks: a principal is interpreted, and an interpreter, who has a headset, by relay. A principal's voice
 * is `whole` where whoever sits at this device said that no echo has to be taken out.
 */
export function voicingOf(
  role: Role | undefined,
  voice: string = rememberedDevice('voice').id,
): Voicing {
  if (role === 'interpreter') return 'as-it-is'
  if (role !== 'principal') return 'cleaned'
  return voice === 'whole' ? 'as-it-is' : 'without-echo'
}

/** Takes a camera or a microphone. `default` leaves the choice to the browser. */
export async function captureDevice(
  kind: 'camera' | 'microphone',
  device: string,
  voicing: Voicing = 'cleaned',
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
            echoCancellation: voicing !== 'as-it-is',
            noiseSuppression: voicing === 'cleaned',
            autoGainControl: voicing === 'cleaned',
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

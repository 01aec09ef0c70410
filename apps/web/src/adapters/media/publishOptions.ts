import type { TrackKind } from '@parley/call'
import { Track, VideoPresets, type TrackPublishOptions } from 'livekit-client'

/**
 * Larger: a longer line for each voice. Smaller: Opus takes its voice mode, which needs two to three times the
 * processor, and interpreters have less than the 64,000 that they need. Bits a second.
 */
const VOICE_BITRATE = 72_000

const SOUND_BITRATE = 96_000

/** Sound is sent first when the line is thin; pictures give way. Neither DTX nor RED, which tell who speaks. */
const sound = { dtx: false, red: false, stopMicTrackOnMute: false } as const

const picture = { videoCodec: 'vp8', backupCodec: false } as const

/**
 * What a picture of that many lines is worth. Larger: bits that nobody sees, and processor time for them.
 * Smaller: blocks where much moves. Bits a second, each up to so many lines.
 */
const CAMERA_BITRATES = [
  { lines: 360, bitrate: 600_000 },
  { lines: 540, bitrate: 1_000_000 },
  { lines: Infinity, bitrate: 1_700_000 },
]

const LINES_OF_A_GOOD_CAMERA = 720

/** How many bits a second a camera may take whose picture has so many lines. */
export function cameraBitrate(lines: number | undefined): number {
  const wanted = lines ?? LINES_OF_A_GOOD_CAMERA
  return CAMERA_BITRATES.find((each) => wanted <= each.lines)?.bitrate ?? 0
}

const CAMERA = { maxFramerate: 30, priority: 'low' } as const

const PUBLISH_OPTIONS: Readonly<Record<TrackKind, TrackPublishOptions>> = {
  microphone: {
    ...sound,
    source: Track.Source.Microphone,
    audioPreset: { maxBitrate: VOICE_BITRATE, priority: 'high' },
  },
  'screen-sound': {
    ...sound,
    source: Track.Source.ScreenShareAudio,
    audioPreset: { maxBitrate: SOUND_BITRATE, priority: 'high' },
  },
  camera: {
    ...picture,
    source: Track.Source.Camera,
    simulcast: true,
    videoSimulcastLayers: [VideoPresets.h180, VideoPresets.h360],
  },
  screen: {
    ...picture,
    source: Track.Source.ScreenShare,
    simulcast: false,
    screenShareEncoding: { maxBitrate: 2_500_000, maxFramerate: 15, priority: 'medium' },
  },
}

/** How a track is sent. */
export function publishOptions(kind: TrackKind, media: MediaStreamTrack): TrackPublishOptions {
  if (kind !== 'camera') return PUBLISH_OPTIONS[kind]
  const maxBitrate = cameraBitrate(linesOf(media))
  return { ...PUBLISH_OPTIONS.camera, videoEncoding: { ...CAMERA, maxBitrate } }
}

/** Whichever way a phone is held. */
export function linesOf(media: MediaStreamTrack): number | undefined {
  const { width, height } = media.getSettings()
  return width && height && Math.min(width, height)
}

import type { TrackKind } from '@parley/call'
import { Track, VideoPresets, type TrackPublishOptions } from 'livekit-client'

/** Larger: a longer line for each voice. Smaller: sound above 8 kHz goes. Bits a second. */
const VOICE_BITRATE = 32_000

const SOUND_BITRATE = 96_000

/** Sound is sent first when the line is thin; pictures give way. Neither DTX nor RED, which tell who speaks. */
const sound = { dtx: false, red: false, stopMicTrackOnMute: false } as const

const picture = { videoCodec: 'vp8', backupCodec: false } as const

/** How each kind of track is sent. */
export const PUBLISH_OPTIONS: Readonly<Record<TrackKind, TrackPublishOptions>> = {
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
    videoEncoding: { maxBitrate: 1_700_000, maxFramerate: 30, priority: 'low' },
    videoSimulcastLayers: [VideoPresets.h180, VideoPresets.h360],
  },
  screen: {
    ...picture,
    source: Track.Source.ScreenShare,
    simulcast: false,
    screenShareEncoding: { maxBitrate: 2_500_000, maxFramerate: 15, priority: 'medium' },
  },
}

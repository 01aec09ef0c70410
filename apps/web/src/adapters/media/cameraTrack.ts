import { systemClock } from '@parley/client'
import { LocalVideoTrack, VideoQuality } from 'livekit-client'

/** Larger: a newcomer is blurred for longer. Smaller: encoding that picture holds up the first sight of the others. */
const SMALL_FOR_MS = 600

type Qualities = Parameters<LocalVideoTrack['setPublishingLayers']>[1]

/**
 * A camera at the media client. While it is small only its smallest layer is made, whatever the media server asks
 * for; what that asked last counts from when it has grown.
 */
export class CameraTrack extends LocalVideoTrack {
  #size: 'whole' | 'small' | 'growing' = 'whole'
  #asked: Qualities | undefined

  constructor(media: MediaStreamTrack) {
    super(media, undefined, true)
  }

  /** Before anything of it is sent. */
  beginSmall(): void {
    if (this.#size !== 'whole') return
    this.#size = 'small'
    this.#bring()
  }

  /** It may be sent from now on, whether it is on or not. Nothing, where it did not begin small. */
  growSoon(): void {
    if (this.#size !== 'small') return
    this.#size = 'growing'
    systemClock.after(SMALL_FOR_MS, () => {
      this.#size = 'whole'
      this.#bring()
    })
  }

  /** The media client's way to switch layers on and off. A sender that is gone has none. */
  override async setPublishingLayers(isSvc: boolean, asked: Qualities): Promise<void> {
    this.#asked = asked
    const wanted = this.#size === 'whole' ? asked : onlySmallest(asked)
    await super.setPublishingLayers(isSvc, wanted).catch(() => undefined)
  }

  /** All, where nothing was asked yet. */
  #bring(): void {
    if (this.#asked) void this.setPublishingLayers(false, this.#asked)
    else this.setPublishingQuality(VideoQuality.HIGH)
  }
}

function onlySmallest(asked: Qualities): Qualities {
  return asked
    .toSorted((a, b) => a.quality - b.quality)
    .map((each, place) => {
      const wanted = each.clone()
      wanted.enabled &&= place === 0
      return wanted
    })
}

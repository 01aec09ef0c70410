import { systemClock } from '@parley/client'
import { LocalVideoTrack, VideoQuality } from 'livekit-client'

/** Larger: who comes and who was alone until then are blurred for longer. Smaller: encoding these pictures holds up the first sight of each other. */
const SMALL_FOR_MS = 600

type Qualities = Parameters<LocalVideoTrack['setPublishingLayers']>[1]

/**
 * A camera at the media client. While it is small only its smallest layer is made, whatever the media server asks
 * for; what that asked last counts from when it has grown.
 */
export class CameraTrack extends LocalVideoTrack {
  #size: 'whole' | 'small' | 'growing' = 'whole'
  #growth: Disposable | undefined
  #asked: Qualities | undefined

  constructor(media: MediaStreamTrack) {
    super(media, undefined, true)
  }

  /** For as long as nobody sees it. */
  keepSmall(): void {
    this.#growth?.[Symbol.dispose]()
    if (this.#size === 'small') return
    const isWhole = this.#size === 'whole'
    this.#size = 'small'
    if (isWhole) this.bring()
  }

  /** It may be seen from now on, whether it is on or not. Nothing, where it was not small. */
  growSoon(): void {
    if (this.#size !== 'small') return
    this.#size = 'growing'
    this.#growth = systemClock.after(SMALL_FOR_MS, () => {
      this.#size = 'whole'
      this.bring()
    })
  }

  /** The media client's way to switch layers on and off. A sender that is gone has none. */
  override async setPublishingLayers(isSvc: boolean, asked: Qualities): Promise<void> {
    this.#asked = asked
    const wanted = this.#size === 'whole' ? asked : onlySmallest(asked)
    await super.setPublishingLayers(isSvc, wanted).catch(() => undefined)
  }

  /** Switches on and off what is to be: all are wanted, where nothing was asked yet. */
  bring(): void {
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

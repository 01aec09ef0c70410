import { keepPaused, layersOff } from './pausedLayers.ts'
import { tuneAnswer } from './tuneAnswer.ts'

/** Whose a connection is. It is named in the configuration that the connection is made with. */
export type ConnectionOwner = {
  onConnectionState(connection: RTCPeerConnection): void
  /** What the other end says is in force: which layers are made, it may have changed. */
  onNegotiated(): void
}

/** The page's peer connection while ours stands in for it. Disposing puts the browser's back. */
export type Sealed<Owner extends ConnectionOwner> = Disposable & {
  /** Names the owner of whatever is made with it. What the client adds to it changes nothing of that. */
  configurationFor(owner: Owner): RTCConfiguration
  /** Closes connections at once, of one owner or all: nothing comes or goes over them any more. */
  shut(owner?: Owner): void
}

/**
 * Replaces the page's peer connection by one that sends and plays nothing without a transform: the
 * browser's own lock is on in every connection, and each sender and receiver gets its transform in
 * the task in which it is born, for the room of the connection's owner, or for none.
 * docs/protocol.md, "Frames".
 */
export function installSealedPeerConnection<Owner extends ConnectionOwner>(
  attach: (to: RTCRtpSender | RTCRtpReceiver, owner: Owner | undefined) => void,
): Sealed<Owner> {
  const Native = globalThis.RTCPeerConnection
  const open = new Map<RTCPeerConnection, Owner | undefined>()
  /** No text that comes over the line can be it. */
  const OWNER = Symbol('owner')

  class SealedPeerConnection extends Native {
    readonly #owner: Owner | undefined

    constructor(configuration?: RTCConfiguration & { [OWNER]?: Owner }) {
      super(locked(configuration))
      const owner = configuration?.[OWNER]
      this.#owner = owner
      open.set(this, owner)
      this.addEventListener('track', ({ transceiver }) => this.#attachBoth(transceiver))
      this.addEventListener('connectionstatechange', () => owner?.onConnectionState(this))
    }

    override close(): void {
      open.delete(this)
      super.close()
    }

    override setConfiguration(configuration?: RTCConfiguration): void {
      super.setConfiguration(locked(configuration))
    }

    override addTransceiver(
      trackOrKind: MediaStreamTrack | string,
      init?: RTCRtpTransceiverInit,
    ): RTCRtpTransceiver {
      const transceiver = super.addTransceiver(trackOrKind, init)
      this.#attachBoth(transceiver)
      offerFew(transceiver)
      return transceiver
    }

    override addTrack(track: MediaStreamTrack, ...streams: MediaStream[]): RTCRtpSender {
      const sender = super.addTrack(track, ...streams)
      this.#attachAll()
      return sender
    }

    override async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      const tuned = keepPaused(tuneAnswer(description), layersOff(this.getTransceivers()))
      await super.setRemoteDescription(tuned)
      this.#attachAll()
      this.#owner?.onNegotiated()
    }

    #attachAll(): void {
      for (const transceiver of this.getTransceivers()) this.#attachBoth(transceiver)
    }

    #attachBoth({ sender, receiver }: RTCRtpTransceiver): void {
      attach(sender, this.#owner)
      attach(receiver, this.#owner)
    }
  }

  globalThis.RTCPeerConnection = SealedPeerConnection
  return {
    configurationFor: (owner) => Object.assign<RTCConfiguration, object>({}, { [OWNER]: owner }),
    shut(owner) {
      for (const [connection, of] of open) if (!owner || of === owner) connection.close()
    },
    [Symbol.dispose]() {
      if (globalThis.RTCPeerConnection === SealedPeerConnection)
        globalThis.RTCPeerConnection = Native
    },
  }
}

/** What the media server takes and the worker lets through, and what repeats lost packets of it. */
const OFFERED = /^(audio\/opus|video\/(vp8|vp9|rtx))$/i

/** Each codec takes its lines in each offer: with these it is half as long. */
function offerFew(transceiver: RTCRtpTransceiver): void {
  const { codecs } = RTCRtpReceiver.getCapabilities(transceiver.receiver.track.kind) ?? {
    codecs: [],
  }
  const few = codecs.filter(({ mimeType }) => OFFERED.test(mimeType))
  if (few.length > 0) transceiver.setCodecPreferences(few)
}

/** The legacy flag by which Chromium sends and plays nothing that has no transform. */
function locked(configuration: RTCConfiguration | undefined): RTCConfiguration {
  return Object.assign({}, configuration, { encodedInsertableStreams: true })
}

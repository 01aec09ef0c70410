import { tuneAnswer } from './tuneAnswer.ts'

/** Who gives transforms to what is born, and hears of the state of connections. */
export type Owner = {
  attach(side: 'send' | 'receive', to: RTCRtpSender | RTCRtpReceiver): void
  onConnectionState(connection: RTCPeerConnection): void
}

/** The page's peer connection while ours stands in for it. Disposing puts the browser's back. */
export type Sealed = Disposable & {
  /** Closes every connection at once: nothing comes or goes over them any more. */
  shut(): void
}

/**
 * Replaces the page's peer connection by one that sends and plays nothing without a transform: the
 * browser's own lock is on in every connection, and each sender and receiver gets its transform in
 * the task in which it is born. docs/protocol.md, "Frames".
 */
export function installSealedPeerConnection(owner: Owner): Sealed {
  const Native = globalThis.RTCPeerConnection
  const open = new Set<RTCPeerConnection>()

  class SealedPeerConnection extends Native {
    constructor(configuration?: RTCConfiguration) {
      super(locked(configuration))
      open.add(this)
      this.addEventListener('track', ({ transceiver }) => attachBoth(transceiver))
      this.addEventListener('connectionstatechange', () => owner.onConnectionState(this))
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
      attachBoth(transceiver)
      offerFew(transceiver)
      return transceiver
    }

    override addTrack(track: MediaStreamTrack, ...streams: MediaStream[]): RTCRtpSender {
      const sender = super.addTrack(track, ...streams)
      this.getTransceivers().forEach(attachBoth)
      return sender
    }

    override async setRemoteDescription(description: RTCSessionDescriptionInit): Promise<void> {
      await super.setRemoteDescription(tuneAnswer(description))
      this.getTransceivers().forEach(attachBoth)
    }
  }

  function attachBoth({ sender, receiver }: RTCRtpTransceiver): void {
    owner.attach('send', sender)
    owner.attach('receive', receiver)
  }

  globalThis.RTCPeerConnection = SealedPeerConnection
  return {
    shut() {
      for (const connection of open) connection.close()
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

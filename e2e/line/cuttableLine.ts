import type { BrowserContext } from '@playwright/test'
import { tcpLine } from './tcpLine.ts'
import { udpLine } from './udpLine.ts'

/** One person's whole line to the server and its media server, which a test can cut and mend. */
export interface CuttableLine extends AsyncDisposable {
  /** What their browser is launched with. */
  readonly proxy: { readonly server: string }
  /** Packets of media that passed, either way. */
  readonly packets: number
  /** Leads the media of a context's pages over the line, too. */
  lead(context: BrowserContext): Promise<unknown>
  /** Nothing passes any more: to the media server alone, or at all. */
  cut(what: 'media' | 'all'): void
  mend(): void
}

/** The path at which the server passes on the media server's signalling. */
const MEDIA_PATH = '/media'

export async function cuttableLine({
  mediaUdpPort,
}: {
  mediaUdpPort: number
}): Promise<CuttableLine> {
  await using opening = new AsyncDisposableStack()
  const tcp = opening.use(await tcpLine(MEDIA_PATH))
  const udp = opening.use(await udpLine(mediaUdpPort))
  const parts = opening.move()
  return {
    proxy: { server: `socks5://127.0.0.1:${tcp.port}` },
    get packets() {
      return udp.passed
    },
    lead: (context) => context.addInitScript(leadOver, { mediaUdpPort, linePort: udp.port }),
    cut(what) {
      udp.cut()
      tcp.cut(what === 'all' ? ['media', 'other'] : ['media'])
    },
    mend() {
      udp.mend()
      tcp.mend()
    },
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  }
}

/** Runs in the page, before all else: of the ways to the media server there is only the line. */
function leadOver({ mediaUdpPort, linePort }: { mediaUdpPort: number; linePort: number }): void {
  const own = `127.0.0.1 ${mediaUdpPort} typ host`
  const over = `127.0.0.1 ${linePort} typ host`
  const isOther = (candidate: string) =>
    candidate.includes('tcptype passive') ||
    (candidate.includes(` ${mediaUdpPort} typ host`) && !candidate.includes(own))
  class Led extends RTCPeerConnection {
    /** The media server is not told where this end is: it would come by another way. */
    constructor(config?: RTCConfiguration) {
      super(config)
      if (!config?.iceServers?.length) return
      Object.defineProperty(this, 'onicecandidate', { value: null, writable: true })
      Object.assign(this, {
        createOffer: async (options?: RTCOfferOptions) =>
          Led.#withoutOwn(await super.createOffer(options)),
        createAnswer: async () => Led.#withoutOwn(await super.createAnswer()),
      })
    }

    static #withoutOwn({ type, sdp = '' }: RTCSessionDescriptionInit): RTCSessionDescriptionInit {
      return { type, sdp: sdp.replaceAll(/a=candidate.*\r\n/g, '') }
    }

    override async addIceCandidate(given?: RTCIceCandidateInit | null): Promise<void> {
      if (!given?.candidate) return super.addIceCandidate(given)
      if (isOther(given.candidate)) return
      const { sdpMid = null, sdpMLineIndex = null } = given
      const candidate = given.candidate.replace(own, over)
      return super.addIceCandidate({ candidate, sdpMid, sdpMLineIndex })
    }

    override setRemoteDescription({ type, sdp }: RTCSessionDescriptionInit): Promise<void> {
      const lines = (sdp ?? '').split('\r\n')
      const kept = lines.filter((line) => !line.startsWith('a=candidate') || !isOther(line))
      const led = kept.map((line) => line.replace(own, over)).join('\r\n')
      return super.setRemoteDescription({ type, sdp: led })
    }
  }
  globalThis.RTCPeerConnection = Led
}

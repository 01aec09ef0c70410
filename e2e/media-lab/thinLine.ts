import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'

/** A port that stands for the media server's, over which only so much passes. */
export type ThinLine = AsyncDisposable & {
  readonly port: number
  /** Packets that came over it, either way. */
  readonly packets: number
  /** In kbit/s, each way; undefined lets all pass. */
  narrow(rate: number | undefined): void
}

/** What waits longer is lost, as in a router's queue. */
const QUEUE_MS = 200

/** Opens one on a free port of this machine. */
export async function thinLine(mediaPort: number): Promise<ThinLine> {
  const fars = new Map<number, Socket>()
  let rate: number | undefined
  let packets = 0
  const near = createSocket('udp4')
  near.bind(0, '127.0.0.1')
  await once(near, 'listening')

  function direction(): (packet: Buffer, pass: () => void) => void {
    let freeAtMs = 0
    return (packet, pass) => {
      packets++
      if (rate === undefined) return pass()
      const nowMs = performance.now()
      const atMs = Math.max(nowMs, freeAtMs)
      if (atMs - nowMs > QUEUE_MS) return
      freeAtMs = atMs + (packet.length * 8) / rate
      setTimeout(pass, freeAtMs - nowMs)
    }
  }
  const out = direction()
  const back = direction()
  let isClosed = false

  function farOf({ port, address }: { port: number; address: string }): Socket {
    const known = fars.get(port)
    if (known) return known
    const far = createSocket('udp4')
    far.on('message', (packet) => back(packet, () => isClosed || near.send(packet, port, address)))
    far.on('error', () => undefined)
    fars.set(port, far)
    return far
  }
  near.on('message', (packet, from) => {
    const far = farOf(from)
    out(packet, () => isClosed || far.send(packet, mediaPort, '127.0.0.1'))
  })
  return {
    port: near.address().port,
    get packets() {
      return packets
    },
    narrow(to) {
      rate = to
    },
    async [Symbol.asyncDispose]() {
      isClosed = true
      for (const socket of [near, ...fars.values()]) socket.close()
      await once(near, 'close')
    },
  }
}

/** Runs in the page, before all else: of the ways to the media server there is only the line. */
export function leadOver({ mediaPort, linePort }: { mediaPort: number; linePort: number }): void {
  const own = `127.0.0.1 ${mediaPort} typ host`
  const over = `127.0.0.1 ${linePort} typ host`
  const isOther = (candidate: string) =>
    candidate.includes('tcptype') ||
    (candidate.includes(` ${mediaPort} typ host`) && !candidate.includes(own))
  globalThis.RTCPeerConnection = class Led extends RTCPeerConnection {
    /** The media server is not told where this end is: it would come by another way. */
    constructor(config?: RTCConfiguration) {
      super(config)
      const alone = (description: RTCSessionDescriptionInit): RTCSessionDescriptionInit => {
        this.onicecandidate = null
        const { type, sdp = '' } = description
        return { type, sdp: sdp.replaceAll(/a=candidate.*\r\n/g, '') }
      }
      Object.assign(this, {
        createOffer: async (options?: RTCOfferOptions) => alone(await super.createOffer(options)),
        createAnswer: async () => alone(await super.createAnswer()),
      })
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
}

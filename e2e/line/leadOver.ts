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

/** What keeps plaintext from leaving, each by itself. */
export type Lock = 'browser' | 'birth' | 'attach' | 'worker'

/** Connections of this page, so that a test can ask what they sent. */
export const connections: RTCPeerConnection[] = []

const Native = RTCPeerConnection

globalThis.RTCPeerConnection = class extends Native {
  constructor(configuration?: RTCConfiguration) {
    super(configuration)
    connections.push(this)
  }
}

/** Takes one lock off this page before a session starts. */
export function removeLock(lock: Lock): void {
  switch (lock) {
    case 'browser':
      globalThis.RTCPeerConnection = class extends Native {
        constructor(configuration?: RTCConfiguration) {
          super(unlocked(configuration))
          connections.push(this)
        }
        override setConfiguration(configuration?: RTCConfiguration): void {
          super.setConfiguration(unlocked(configuration))
        }
      }
      return
    case 'birth':
      Object.defineProperty(RTCRtpSender.prototype, 'transform', { set() {}, get: () => null })
      return
    case 'attach':
      Object.assign(globalThis, {
        RTCRtpScriptTransform: fail,
      })
      return
    case 'worker':
      globalThis.Worker = class extends Worker {
        constructor() {
          super(URL.createObjectURL(new Blob([''], { type: 'text/javascript' })))
        }
      }
  }
}

/** Frames encoded, bytes of media sent, and frames received, over all connections of this page. */
export async function traffic(): Promise<{ encoded: number; sent: number; received: number }> {
  const total = { encoded: 0, sent: 0, received: 0 }
  for (const connection of connections) {
    const stats = await connection.getStats()
    stats.forEach((entry: Record<string, unknown>) => {
      if (!String(entry['type']).endsWith('bound-rtp')) return
      total.encoded += numberIn(entry['framesEncoded'])
      total.sent += numberIn(entry['bytesSent'])
      total.received += numberIn(entry['framesReceived'])
    })
  }
  return total
}

function numberIn(value: unknown): number {
  return typeof value === 'number' ? value : 0
}

function fail(): never {
  throw new DOMException('not here', 'NotSupportedError')
}

function unlocked(configuration: RTCConfiguration | undefined): RTCConfiguration {
  return Object.assign({}, configuration, { encodedInsertableStreams: false })
}

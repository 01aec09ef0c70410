/** What keeps plaintext from leaving, each by itself. */
export type Lock = 'browser' | 'birth' | 'attach' | 'worker'

/** Connections of this page, so that a test can ask what they sent. */
export const connections: RTCPeerConnection[] = []

/** A worker that seems to live, and does nothing. */
const IDLE = `setInterval(() => postMessage({ room: 'plenary', type: 'counted', sent: [], received: [], unbound: { sent: { passed: 0, drops: {} }, received: { passed: 0, drops: {} } } }), 1000)`

const Native = RTCPeerConnection

/** Workers of this page, so that a test can take one away. */
const workers: Worker[] = []

globalThis.Worker = class extends Worker {
  constructor(url: string | URL, options?: WorkerOptions) {
    super(url, options)
    workers.push(this)
  }
}

/** Ends the frame worker behind the page's back, or has it fail where the browser tells. */
export function breakWorker(how: 'killed' | 'failing'): void {
  if (how === 'killed') workers.at(-1)?.terminate()
  else workers.at(-1)?.postMessage(null)
}

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
          super(URL.createObjectURL(new Blob([IDLE], { type: 'text/javascript' })))
        }
      }
  }
}

/** What each sender that was negotiated has to send: the kind of its track, or null. */
export function senders(): (string | null)[] {
  return connections
    .filter(({ connectionState }) => connectionState === 'connected')
    .flatMap((connection) => connection.getTransceivers())
    .filter(({ currentDirection }) => currentDirection?.startsWith('send'))
    .map(({ sender }) => sender.track?.kind ?? null)
}

/** The layers that the camera's sender may make, the smallest under `q`. */
export function layersOn(): (string | undefined)[] {
  return connections
    .flatMap((connection) => connection.getSenders())
    .map((sender) => sender.getParameters().encodings ?? [])
    .filter(({ length }) => length > 1)
    .flatMap((encodings) => encodings.filter(({ active }) => active).map(({ rid }) => rid))
}

/** The kinds of the tracks that the media server has been agreed to send here. */
export function receivers(): string[] {
  return connections
    .filter(({ connectionState }) => connectionState === 'connected')
    .flatMap(({ currentRemoteDescription }) => currentRemoteDescription?.sdp.split(/^m=/m) ?? [])
    .filter((section) => /^a=msid:/m.test(section))
    .map((section) => section.split(' ', 1)[0] ?? '')
    .toSorted()
}

/** Pictures encoded, bytes of media and packets of sound sent, and pictures received, over all connections of this page. */
export type Traffic = {
  encoded: number
  sent: number
  sounds: number
  received: number
  /** Bytes of frames, also of those that no transform let through. */
  arrived: number
}

/** What this page's connections carried so far. Bytes sent again, to feel how wide the line is, count as sent. */
export async function traffic(): Promise<Traffic> {
  const total = { encoded: 0, sent: 0, sounds: 0, received: 0, arrived: 0 }
  for (const connection of connections) {
    const stats = await connection.getStats()
    stats.forEach((entry: Record<string, unknown>) => {
      if (entry['type'] === 'inbound-rtp') {
        total.received += numberIn(entry['framesReceived'])
        total.arrived += numberIn(entry['bytesReceived'])
      }
      if (entry['type'] !== 'outbound-rtp') return
      total.encoded += numberIn(entry['framesEncoded'])
      total.sent += numberIn(entry['bytesSent'])
      if (entry['kind'] === 'audio') total.sounds += numberIn(entry['packetsSent'])
    })
  }
  return total
}

/** Pictures that left in each layer so far, the smallest under `q`. */
export async function layers(): Promise<Record<string, number>> {
  const sent: Record<string, number> = {}
  for (const connection of connections) {
    const stats = await connection.getStats()
    stats.forEach((entry: Record<string, unknown>) => {
      if (entry['type'] !== 'outbound-rtp' || typeof entry['rid'] !== 'string') return
      sent[entry['rid']] = numberIn(entry['framesSent'])
    })
  }
  return sent
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

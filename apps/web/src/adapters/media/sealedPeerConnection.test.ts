import { afterEach, expect, test, vi } from 'vitest'
import { installSealedPeerConnection } from './sealedPeerConnection.ts'

/** What the browser's own connection was made with, and what it brings into being. */
class BrowsersConnection extends EventTarget {
  readonly configurations: unknown[] = []
  readonly #transceivers: object[] = []

  constructor(configuration?: RTCConfiguration) {
    super()
    this.configurations.push(configuration)
  }

  setConfiguration(configuration?: RTCConfiguration): void {
    this.configurations.push(configuration)
  }

  addTransceiver(): object {
    const track = { kind: 'audio' }
    const transceiver = { sender: {}, receiver: { track }, setCodecPreferences: () => undefined }
    this.#transceivers.push(transceiver)
    return transceiver
  }

  addTrack(): unknown {
    return Reflect.get(BrowsersConnection.prototype.addTransceiver.call(this), 'sender')
  }

  async setRemoteDescription(): Promise<void> {
    BrowsersConnection.prototype.addTransceiver.call(this)
  }

  getTransceivers(): readonly object[] {
    return this.#transceivers
  }

  comes(): void {
    const transceiver = BrowsersConnection.prototype.addTransceiver.call(this)
    this.dispatchEvent(Object.assign(new Event('track'), { transceiver }))
  }
}

type Ours = RTCPeerConnection & BrowsersConnection

function aConnection(configuration?: RTCConfiguration) {
  vi.stubGlobal('RTCPeerConnection', BrowsersConnection)
  vi.stubGlobal('RTCRtpReceiver', { getCapabilities: () => null })
  const attached = new Set<object>()
  installSealedPeerConnection((to) => attached.add(to))
  const connection = new RTCPeerConnection(configuration) as Ours
  return { connection, attached }
}

afterEach(() => void vi.unstubAllGlobals())

test('every connection has the browser’s own lock on, also once it is configured anew (R33)', () => {
  const { connection } = aConnection({ iceServers: [] })

  connection.setConfiguration({ iceTransportPolicy: 'relay' })

  expect(connection.configurations).toEqual([
    { iceServers: [], encodedInsertableStreams: true },
    { iceTransportPolicy: 'relay', encodedInsertableStreams: true },
  ])
})

test.each<[string, (connection: Ours) => unknown]>([
  ['a transceiver that is added', (connection) => connection.addTransceiver('audio')],
  ['a track that is added', (connection) => connection.addTrack({} as MediaStreamTrack)],
  ['a track that comes', (connection) => connection.comes()],
  [
    'what the other end describes',
    (connection) => connection.setRemoteDescription({ type: 'offer', sdp: '' }),
  ],
])(
  'sender and receiver of %s have a transform before anything else is done (R33)',
  async (_, bear) => {
    const { connection, attached } = aConnection()

    await bear(connection)

    const born = connection.getTransceivers().flatMap(({ sender, receiver }) => [sender, receiver])
    expect(born).toHaveLength(2)
    expect(born.every((one) => attached.has(one))).toBe(true)
  },
)

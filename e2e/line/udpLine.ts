import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'

/** The UDP half of a line: a port that stands for the media server's. */
export interface UdpLine extends AsyncDisposable {
  readonly port: number
  /** Packets that passed, either way. */
  readonly passed: number
  /** From now on every packet is lost. */
  cut(): void
  mend(): void
}

/** Opens one on a free port of this machine. */
export async function udpLine(mediaPort: number): Promise<UdpLine> {
  const fars = new Map<number, Socket>()
  let isCut = false
  let passed = 0
  const near = createSocket('udp4')
  near.bind(0, '127.0.0.1')
  await once(near, 'listening')

  function farOf({ port, address }: { port: number; address: string }): Socket {
    const known = fars.get(port)
    if (known) return known
    const far = createSocket('udp4')
    far.on('message', (packet) => {
      if (isCut) return
      passed += 1
      near.send(packet, port, address)
    })
    far.on('error', () => undefined)
    fars.set(port, far)
    return far
  }
  near.on('message', (packet, from) => {
    if (isCut) return
    passed += 1
    farOf(from).send(packet, mediaPort, '127.0.0.1')
  })
  return {
    port: near.address().port,
    get passed() {
      return passed
    },
    cut() {
      isCut = true
    },
    mend() {
      isCut = false
    },
    async [Symbol.asyncDispose]() {
      for (const socket of [near, ...fars.values()]) socket.close()
      await once(near, 'close')
    },
  }
}

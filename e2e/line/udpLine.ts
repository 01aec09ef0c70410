import { createSocket, type Socket } from 'node:dgram'
import { once } from 'node:events'

/** The UDP half of a line: a port that stands for the media server's, over which only so much passes. */
export type UdpLine = AsyncDisposable & {
  readonly port: number
  /** Packets that passed, either way. */
  readonly packets: number
  /** In kbit/s, each way; undefined lets all pass, and 0 loses every packet. */
  narrow(rate: number | undefined): void
  /** Has each packet take so long, either way. */
  delay(ms: number): void
  /** That share of the packets is lost, by chance. */
  lose(share: number): void
}

/** What waits longer is lost, as in a router's queue. */
const QUEUE_MS = 200

/** Opens one on a free port of this machine. `hear` is given each packet that passes, either way. */
export async function udpLine(
  mediaPort: number,
  hear: (packet: Buffer) => void = () => undefined,
): Promise<UdpLine> {
  const fars = new Map<number, Socket>()
  let rate: number | undefined
  let delayMs = 0
  let lost = 0
  let packets = 0
  const near = createSocket('udp4')
  near.bind(0, '127.0.0.1')
  await once(near, 'listening')

  function direction(): (packet: Buffer, pass: () => void) => void {
    let freeAtMs = 0
    return (packet, pass) => {
      if (rate === 0 || Math.random() < lost) return
      packets++
      hear(packet)
      if (rate === undefined) return delayMs === 0 ? pass() : void setTimeout(pass, delayMs)
      const nowMs = performance.now()
      const atMs = Math.max(nowMs, freeAtMs)
      if (atMs - nowMs > QUEUE_MS) return
      freeAtMs = atMs + (packet.length * 8) / rate
      setTimeout(pass, freeAtMs - nowMs + delayMs)
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
    delay(ms) {
      delayMs = ms
    },
    lose(share) {
      lost = share
    },
    async [Symbol.asyncDispose]() {
      isClosed = true
      for (const socket of [near, ...fars.values()]) socket.close()
      await once(near, 'close')
    },
  }
}

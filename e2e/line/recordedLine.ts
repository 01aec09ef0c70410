import { once } from 'node:events'
import { connect, createServer } from 'node:net'
import { payloadsOf } from './webSocketFrames.ts'

/** A port in front of a server, which passes everything on and keeps it. */
export interface RecordedLine extends AsyncDisposable {
  /** What is dialled instead of the server. */
  readonly url: string
  /** All that passed either way, as its receiver reads it: requests, answers, and what sockets said. */
  read(): Buffer[]
}

type Passage = { up: Buffer[]; down: Buffer[]; end: () => void }

/** Compressed, its words could not be sought. */
const COMPRESSION = /^(sec-websocket-extensions|accept-encoding):.*\r\n/gim

/** Opens one on a free port of this machine. */
export async function recordedLine(server: { url: string }): Promise<RecordedLine> {
  const { port: serverPort, hostname } = new URL(server.url)
  const passages: Passage[] = []
  const listener = createServer((near) => {
    const far = connect(Number(serverPort), hostname)
    const passage: Passage = { up: [], down: [], end: () => near.destroy() }
    passages.push(passage)
    near.on('data', (data: Buffer) => {
      const isFirst = passage.up.length === 0
      const passed = isFirst ? withoutCompression(data) : data
      passage.up.push(passed)
      far.write(passed)
    })
    far.on('data', (data: Buffer) => {
      passage.down.push(data)
      near.write(data)
    })
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy())
      one.on('close', () => other.destroy())
    }
  })
  listener.listen(0, 'localhost')
  await once(listener, 'listening')
  const address = listener.address()
  if (typeof address !== 'object' || !address) throw new Error('It listens on a port')
  return {
    url: `http://localhost:${address.port}`,
    read: () => passages.flatMap(({ up, down }) => [...readWay(up), ...readWay(down)]),
    async [Symbol.asyncDispose]() {
      for (const { end } of passages) end()
      listener.close()
      await once(listener, 'close')
    },
  }
}

function withoutCompression(data: Buffer): Buffer {
  return Buffer.from(data.toString('latin1').replaceAll(COMPRESSION, ''), 'latin1')
}

/** One way of a connection: as it is, or of a socket its head and what was said over it. */
function readWay(chunks: readonly Buffer[]): Buffer[] {
  const bytes = Buffer.concat(chunks)
  const end = bytes.indexOf('\r\n\r\n')
  const head = bytes.subarray(0, end + 4)
  const isSocket = end > 0 && /^upgrade: websocket/im.test(head.toString('latin1'))
  return isSocket ? [head, ...payloadsOf(bytes.subarray(end + 4))] : [bytes]
}

import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** What a connection carries: the signalling of the media server, or all else, pages and our own socket. */
type Kind = 'media' | 'other'

/** The TCP half of a line, as a SOCKS proxy (RFC 1928). */
export interface TcpLine extends AsyncDisposable {
  readonly port: number
  /** From now on not a byte of these passes either way; connections stay, as when a cable is out. */
  cut(kinds: readonly Kind[]): void
  mend(): void
}

const VERSION = 5
const NO_AUTHENTICATION = Uint8Array.of(VERSION, 0)
const CONNECTED = Uint8Array.of(VERSION, 0, 0, 1, 0, 0, 0, 0, 0, 0)

/** Opens one on a free port of this machine; requests under `mediaPath` are those of media. */
export async function tcpLine(mediaPath: string): Promise<TcpLine> {
  const open = new Set<Passage>()
  let isCut: readonly Kind[] = []
  let mended = Promise.withResolvers<void>()

  async function accept(near: Socket): Promise<void> {
    await once(near, 'data')
    near.write(NO_AUTHENTICATION)
    const [request] = (await once(near, 'data')) as [Buffer]
    const { host, port } = destinationOf(request)
    const far = connect(port, host)
    far.on('error', () => near.destroy())
    await once(far, 'connect')
    near.write(CONNECTED)
    const [first] = (await once(near, 'data')) as [Buffer]
    const passage = new Passage(near, far, first.includes(` ${mediaPath}`) ? 'media' : 'other')
    open.add(passage)
    near.once('close', () => open.delete(passage))
    // oxlint-disable-next-line no-await-in-loop -- it may be cut again
    while (isCut.includes(passage.kind)) await mended.promise
    far.write(first)
    passage.flow()
  }
  const server = createServer((near) => {
    near.on('error', () => near.destroy())
    accept(near).catch(() => near.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('It listens on a port')
  return {
    port: address.port,
    cut(kinds) {
      isCut = kinds
      for (const passage of open) if (kinds.includes(passage.kind)) passage.stop()
    },
    mend() {
      for (const passage of open) if (isCut.includes(passage.kind)) passage.flow()
      isCut = []
      mended.resolve()
      mended = Promise.withResolvers()
    },
    async [Symbol.asyncDispose]() {
      for (const passage of open) passage.end()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Two sockets that flow into each other, or do not. */
class Passage {
  readonly kind: Kind
  readonly #ends: readonly [Socket, Socket]

  constructor(near: Socket, far: Socket, kind: Kind) {
    this.kind = kind
    this.#ends = [near, far]
    near.once('close', () => far.destroy())
    far.once('close', () => near.destroy())
    this.stop()
  }

  flow(): void {
    this.stop()
    const [near, far] = this.#ends
    near.pipe(far)
    far.pipe(near)
  }

  stop(): void {
    for (const end of this.#ends) {
      end.unpipe()
      end.pause()
    }
  }

  end(): void {
    for (const end of this.#ends) end.destroy()
  }
}

/** Section 4: version, command, reserved, kind of address, address, port. */
function destinationOf(request: Buffer): { host: string; port: number } {
  const kind = request[3]
  if (kind === 1)
    return { host: [...request.subarray(4, 8)].join('.'), port: request.readUInt16BE(8) }
  if (kind !== 3) throw new Error('Addresses of IPv4 and names are what a browser asks for here')
  const end = 5 + (request[4] ?? 0)
  return { host: request.subarray(5, end).toString(), port: request.readUInt16BE(end) }
}

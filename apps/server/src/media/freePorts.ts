import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { StartError } from '../startError.ts'

/** The TCP port itself, or with 0 one that is free now. Throws a sentence if it is taken. */
export async function freeTcpPort(port: number, host: string, setting: string): Promise<number> {
  const server = createServer().listen(port, host)
  try {
    await once(server, 'listening')
    const address = server.address()
    return typeof address === 'object' && address ? address.port : port
  } catch (cause) {
    throw taken(port, setting, cause)
  } finally {
    server.close()
  }
}

/** Likewise for UDP. */
export async function freeUdpPort(port: number, setting: string): Promise<number> {
  const socket = createSocket('udp4')
  try {
    socket.bind(port)
    await once(socket, 'listening')
    return socket.address().port
  } catch (cause) {
    throw taken(port, setting, cause)
  } finally {
    socket.close()
  }
}

function taken(port: number, setting: string, cause: unknown): StartError {
  return new StartError(
    `Port ${port} is taken: end what listens there, or set ${setting} to another.`,
    { cause },
  )
}

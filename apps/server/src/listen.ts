import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { listenError } from './listenError.ts'

/** Throws a sentence, with nothing left open, when that cannot be listened at. */
export async function listen(
  listener: RequestListener,
  at: { host: string; port: number },
): Promise<Server> {
  const server = createServer(listener)
  server.listen(at.port, at.host)
  await once(server, 'listening').catch((error: unknown) => {
    throw listenError(error, at)
  })
  return server
}

/** Where it listens. */
export function portOf(server: Server): number {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('It does not listen at a port')
  return address.port
}

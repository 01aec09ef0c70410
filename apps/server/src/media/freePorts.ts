import { randomInt } from 'node:crypto'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { StartError } from '../startError.ts'

/** A system takes the near ends of its connections from 32768 on (Linux) or 49152 (RFC 6335, section 6): what is free below stays so until it is listened at. */
const LOWEST = 10_000
const HIGHEST = 32_767
/** How many are tried. */
const TRIES = 50

/** A port that is free for both TCP and UDP. */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < TRIES; tries++) {
    const port = randomInt(LOWEST, HIGHEST + 1)
    if (await isFree(port)) return port
  }
  throw new StartError(`No port from ${LOWEST} to ${HIGHEST} is free: end what listens there.`)
}

/** The TCP port itself, or with 0 one that is free. Throws a sentence if it is taken. */
export async function freeTcpPort(port: number, host: string, setting: string): Promise<number> {
  if (port === 0) return freePort()
  await tryTcp(port, host).catch((cause: unknown) => throwTaken(port, setting, cause))
  return port
}

/** Likewise for UDP. */
export async function freeUdpPort(port: number, setting: string): Promise<number> {
  if (port === 0) return freePort()
  await tryUdp(port).catch((cause: unknown) => throwTaken(port, setting, cause))
  return port
}

async function isFree(port: number): Promise<boolean> {
  const tries = [tryTcp(port, '0.0.0.0'), tryUdp(port)]
  const results = await Promise.allSettled(tries)
  return results.every(({ status }) => status === 'fulfilled')
}

async function tryTcp(port: number, host: string): Promise<void> {
  const server = createServer().listen(port, host)
  try {
    await once(server, 'listening')
  } finally {
    server.close()
  }
}

async function tryUdp(port: number): Promise<void> {
  const socket = createSocket('udp4')
  try {
    socket.bind(port)
    await once(socket, 'listening')
  } finally {
    socket.close()
  }
}

function throwTaken(port: number, setting: string, cause: unknown): never {
  throw new StartError(
    `Port ${port} is taken: end what listens there, or set ${setting} to another.`,
    { cause },
  )
}

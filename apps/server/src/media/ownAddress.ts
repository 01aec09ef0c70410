import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { isIPv6 } from 'node:net'

/** The discard port: nothing is sent there. */
const ANY_PORT = 9

/** The address of this machine from which it reaches `address`, as its routes say; undefined if they lead nowhere. Sends nothing. */
export async function ownAddressToward(address: string): Promise<string | undefined> {
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4')
  try {
    socket.connect(ANY_PORT, address)
    await once(socket, 'connect')
    return socket.address().address
  } catch {
    return undefined
  } finally {
    socket.close()
  }
}

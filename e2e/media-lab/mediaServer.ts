import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { freePort } from '@parley/server/freePorts'
import { AccessToken, RoomServiceClient } from 'livekit-server-sdk'

const KEY = 'lab'
const SECRET = 'a secret of the lab, thirty-two characters'
const ROOM = 'lab'

/** The room of one side, beside that of all. */
export const CAUCUS = 'lab-caucus'

/** A layer counts as there with its first packets, as a call's media server is told. */
const AT_ONCE = '{ samples_required: 1, cycles_required: 1, cycle_duration: 500ms }'

/** A LiveKit server for one test file, as a call has it. */
export type MediaServer = AsyncDisposable & {
  url: string
  keys: { key: string; secret: string }
  udpPort: number
  /** Of its process. */
  readonly pid: number | undefined
  token(identity: string, attributes?: Record<string, string>, room?: string): Promise<string>
  /** Nobody is in its rooms any more: who closed a page without a word is there for a while. */
  empty(): Promise<void>
  /** Gone at once, as by a crash. */
  kill(): Promise<void>
  start(): Promise<void>
  /** As if every packet were lost, until it is thawed. */
  freeze(): void
  thaw(): void
}

/** Starts the server that `PARLEY_LIVEKIT` names, on free ports. `hear` is given all that it logs, which is then as much as it can. */
export async function startMediaServer({
  hear,
}: { hear?: (logged: Buffer) => void } = {}): Promise<MediaServer> {
  const [port, tcpPort, udpPort] = [await freePort(), await freePort(), await freePort()]
  const config = `
port: ${port}
bind_addresses: [127.0.0.1]
rtc: { tcp_port: ${tcpPort}, udp_port: ${udpPort}, use_external_ip: false, node_ip: 127.0.0.1, enable_loopback_candidate: true, ips: { includes: [127.0.0.1/32] }, stun_servers: ["127.0.0.1:${udpPort}"] }
keys: { ${KEY}: "${SECRET}" }
room: { auto_create: false, enabled_codecs: [{ mime: audio/opus }, { mime: video/vp8 }, { mime: video/vp9 }] }
video: { stream_tracker_manager: { video: { packet_tracker: { 1: ${AT_ONCE}, 2: ${AT_ONCE} } } } }
logging: { level: ${hear ? 'debug' : 'error'} }
`
  const run = () => {
    const begun = spawn(
      process.env['PARLEY_LIVEKIT'] ?? 'livekit-server',
      ['--config-body', config],
      { stdio: ['ignore', hear ? 'pipe' : 'ignore', hear ? 'pipe' : 'ignore'] },
    )
    if (hear) for (const stream of [begun.stdout, begun.stderr]) stream?.on('data', hear)
    return begun
  }
  let child = run()
  const rooms = new RoomServiceClient(`http://127.0.0.1:${port}`, KEY, SECRET)
  const ready = async () => {
    for (let tries = 0; tries < 100; tries++) {
      const make = (name: string) => rooms.createRoom({ name, emptyTimeout: 600 })
      const isReady = await Promise.all([ROOM, CAUCUS].map(make))
        .then(() => true)
        .catch(() => false)
      if (isReady) return
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error('the media server does not answer')
  }
  const kill = async () => {
    if (child.exitCode !== null) throw new Error('the media server had ended by itself')
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  await ready()
  return {
    url: `ws://127.0.0.1:${port}`,
    keys: { key: KEY, secret: SECRET },
    udpPort,
    get pid() {
      return child.pid
    },
    async token(identity, attributes = {}, room = ROOM) {
      const token = new AccessToken(KEY, SECRET, { identity, attributes, ttl: 600 })
      token.addGrant({ room, roomJoin: true, canPublish: true, canSubscribe: true })
      return token.toJwt()
    },
    async empty() {
      for (const name of [ROOM, CAUCUS]) await rooms.deleteRoom(name)
      await ready()
    },
    kill,
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
    async start() {
      child = run()
      await ready()
    },
    [Symbol.asyncDispose]: kill,
  }
}

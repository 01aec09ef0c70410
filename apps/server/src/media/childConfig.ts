import { isIPv6 } from 'node:net'
import type { Keys } from './liveKitApi.ts'

/** By default a layer that paused is forwarded ten seconds after it came back, and the picture stays a blur for so long. */
const SEEN_AT_ONCE = '{ samples_required: 1, cycles_required: 1, cycle_duration: 500ms }'

/** Between two key frames that newcomers make a sender send. Larger: a newcomer sees the others later, a second by default. Smaller: who asks for them all the time spends a sender's line. */
const KEY_FRAMES_EVERY = '100ms'

/** Layers are numbered, which JSON cannot. */
const LAYERS = `{ stream_tracker_manager: { video: { packet_tracker: { 1: ${SEEN_AT_ONCE}, 2: ${SEEN_AT_ONCE} } } } }`

/** What a LiveKit of our own is told: one port each for signalling, UDP and TCP, three codecs, and no rooms but ours. JSON is YAML, a line to each part. */
export function childConfig({
  signalPort,
  udpPort,
  tcpPort,
  nodeIp,
  ownAddress,
  keys: { key, secret },
}: {
  signalPort: number
  udpPort: number
  tcpPort: number
  nodeIp: string
  /** At which media sent to `nodeIp` arrive here; undefined for any. */
  ownAddress: string | undefined
  keys: Keys
}): string {
  const isLoopback = nodeIp.startsWith('127.')
  const parts = {
    port: signalPort,
    bind_addresses: ['127.0.0.1'],
    rtc: {
      udp_port: udpPort,
      tcp_port: tcpPort,
      node_ip: nodeIp,
      use_external_ip: false,
      enable_loopback_candidate: isLoopback,
      ...(ownAddress ? { ips: { includes: listenedAt(ownAddress, isLoopback) } } : {}),
      pli_throttle: {
        low_quality: KEY_FRAMES_EVERY,
        mid_quality: KEY_FRAMES_EVERY,
        high_quality: KEY_FRAMES_EVERY,
      },
      stun_servers: [`${nodeIp}:${udpPort}`],
    },
    keys: { [key]: secret.use((text) => text) },
    room: {
      auto_create: false,
      enabled_codecs: [{ mime: 'audio/opus' }, { mime: 'video/vp8' }, { mime: 'video/vp9' }],
    },
    logging: { level: 'error' },
  }
  const lines = Object.entries(parts).map(([name, part]) => `${name}: ${JSON.stringify(part)}`)
  return [...lines, `video: ${LAYERS}`].join('\n')
}

/** Each address of a family is announced as the one node address, and which of them answers for it is left to chance: one it must be. */
function listenedAt(ownAddress: string, isAlone: boolean): string[] {
  const [own, others] = isIPv6(ownAddress)
    ? [`${ownAddress}/128`, '0.0.0.0/0']
    : [`${ownAddress}/32`, '::/0']
  return isAlone ? [own] : [own, others]
}

import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformWithOxc, type Plugin } from 'vite'

/** Beside what is built from them, in the package as it is published. */
const SOURCES = join(dirname(fileURLToPath(import.meta.resolve('livekit-client'))), '../src')

/**
 * What stands in for modules of which nothing runs in a call here, by how their import ends. Why each
 * can: docs/decisions/0007-the-media-client-from-its-sources.md
 */
const INSTEAD = [
  ['webrtc-adapter', 'export {}'],
  [
    '/e2ee/E2eeManager',
    "export class E2EEManager { constructor() { throw new Error('frames have a seal of ours') } }",
  ],
  [
    '/frameMetadata/FrameMetadataManager',
    'export class FrameMetadataManager { setup() {} }; export const PacketTrailerManager = undefined',
  ],
  [
    '/logger',
    `const say = () => {}
const silent = { trace: say, debug: say, info: say, warn: say, error: say }
export default silent
export const getLogger = () => silent
export const LoggerNames = {}, LogLevel = {}
export const setLogLevel = say, setLogExtension = say`,
  ],
  ['/json-format.js', 'export const makeJsonFormat = () => ({})'],
  ['/statsSummary', 'export const summarizeStatsReport = () => undefined'],
  [
    '/RegionUrlProvider',
    `export const DEFAULT_MAX_AGE_MS = 0
export class RegionUrlProvider { constructor() { throw new Error('there is one media server') } }`,
  ],
  [
    '/data-track/LocalDataTrack',
    "export default class LocalDataTrack { constructor() { throw new Error('words go by the log') } }",
  ],
  ['/data-track/packet', 'export const DataTrackPacket = undefined'],
  [
    '/data-track/outgoing/errors',
    `const none = () => undefined
export const DataTrackPublishError = {
  notAllowed: none, duplicateName: none, invalidName: none, limitReached: none, unknown: none,
}`,
  ],
  idle(
    'IncomingDataTrackManager',
    'handleRemoteParticipantDisconnected',
    'packetReceived',
    'receiveSfuPublicationUpdates',
    'receivedSfuSubscriberHandles',
    'resendSubscriptionUpdates',
    'reset',
    'updateE2eeManager',
  ),
  idle(
    'OutgoingDataTrackManager',
    'queryPublished() { return [] }',
    'receivedSfuPublishResponse',
    'receivedSfuUnpublishResponse',
    'reset',
    'sfuWillRepublishTracks',
    'updateE2eeManager',
  ),
  idle(
    'IncomingDataStreamManager',
    'clearControllers',
    'handleDataStreamPacket',
    'registerTextStreamHandler',
    'setConnected',
    'validateParticipantHasNoActiveDataStreams',
  ),
  idle('OutgoingDataStreamManager', 'setupEngine'),
  idle(
    'RpcClientManager',
    'handleIncomingRpcAck',
    'handleIncomingRpcResponseFailure',
    'handleIncomingRpcResponseSuccess',
    'handleParticipantDisconnected',
  ),
  idle('RpcServerManager', 'handleIncomingRpcRequest'),
] as const

/**
 * What is written otherwise in it, by how its file ends. After signalling is back it waits for 2 s, without
 * looking, before it says or asks anything: to a joiner that is 2 s in which nobody lets it have their tracks.
 * And it opens a way to the loudspeaker that runs as long as the call, for sound that it would mix itself, and
 * listens for a while whether a microphone is silent: our elements play, and our green room listens. It has the
 * browser count all of a connection every two seconds for each track, for bit rates that nobody asks of it. Where a
 * media server is one of its makers' own, it would ask them for a nearer one: we go where the server says.
 */
const OTHERWISE = [
  ['/room/RTCEngine.ts', 'const minReconnectWait = 2 * 1000;', 'const minReconnectWait = 100;'],
  ['/room/stats.ts', 'monitorFrequency = 2000', 'monitorFrequency = 2 ** 31 - 1'],
  ['/room/track/utils.ts', "typeof window !== 'undefined' &&", 'false &&'],
  ['/room/utils.ts', "serverUrl.hostname.endsWith('.livekit.cloud') ||", 'false &&'],
] as const

/**
 * Its token it would show in the address, which whoever stands in between may write down. Parley takes it from the
 * one header that a page can add to a WebSocket; a media server of which a page has the address itself does not.
 */
const TOKEN_IN_HEADER = [
  [
    '/api/WebSocketStream.ts',
    'const ws = new WebSocket(url, options.protocols ?? []);',
    `const address = new URL(url)
    const token = address.searchParams.get('access_token') ?? ''
    address.searchParams.delete('access_token')
    const ws = new WebSocket(address, ['parley-media', token])`,
  ],
  [
    '/api/SignalClient.ts',
    'const resp = await fetch(validateUrl, {',
    `const address = new URL(validateUrl)
      const authorization = 'Bearer ' + address.searchParams.get('access_token')
      address.searchParams.delete('access_token')
      const resp = await fetch(address, { headers: { authorization },`,
  ],
] as const

/** The end of a file's name, what stands in it, and what is to stand there. */
type Changes = readonly (readonly [string, string, string])[]

const MARK = '\0instead:'

/** As in the client's own tsconfig, which is not published: its classes declare the fields of others again. */
const FIELDS_ARE_ASSIGNED = {
  typescript: { removeClassFieldsWithoutInitializer: true },
  assumptions: { setPublicClassFields: true },
}

/**
 * Builds livekit-client from the sources in its package, without what only other browsers or other uses need, for a
 * media server that is behind Parley, or for one that it dials itself.
 */
export function mediaClient({ isBehindParley = true } = {}): Plugin {
  const changes = isBehindParley ? [...OTHERWISE, ...TOKEN_IN_HEADER] : OTHERWISE
  return {
    name: 'media-client',
    enforce: 'pre',
    resolveId: {
      filter: {
        id: /livekit-client$|webrtc-adapter$|Manager$|\/(logger|statsSummary|RegionUrlProvider|LocalDataTrack|data-track\/packet|outgoing\/errors)$|json-format\.js$/,
      },
      handler(source, importer = '') {
        if (source === 'livekit-client') return join(SOURCES, 'index.ts')
        const isOfIt = /\/node_modules\/(livekit-client|@bufbuild\/protobuf)\//.test(importer)
        const place = INSTEAD.findIndex(([end]) => isOfIt && source.endsWith(end))
        return place < 0 ? undefined : MARK + place
      },
    },
    load: {
      filter: { id: /^\0instead:/ },
      handler: (id) => INSTEAD[Number(id.slice(MARK.length))]?.[1],
    },
    transform: {
      filter: { id: /\/livekit-client\/src\/.*\.ts$/ },
      handler: (code, id) =>
        transformWithOxc(otherwise(code, { id, changes }), id, FIELDS_ARE_ASSIGNED),
    },
  }
}

/** Fails where a newer client is written otherwise itself. */
function otherwise(code: string, { id, changes }: { id: string; changes: Changes }): string {
  const [, from, to] = changes.find(([end]) => id.endsWith(end)) ?? []
  if (from === undefined || to === undefined) return code
  if (!code.includes(from)) throw new Error(`${id} has no "${from}" any more`)
  return code.replace(from, to)
}

/** A part that the room makes and tells things, and that never has anything to do: what comes for it is dropped. */
function idle(name: string, ...methods: readonly string[]): readonly [string, string] {
  const does = methods.map((method) => (method.endsWith('}') ? method : `${method}() {}`))
  return [`/${name}`, `export default class ${name} { on() { return this } ${does.join(' ')} }`]
}

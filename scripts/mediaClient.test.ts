import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, expect, test } from 'vitest'
import { build, type Rolldown } from 'vite'
import { mediaClient } from '../apps/web/mediaClient.ts'

const LEFT_OUT =
  /livekit-client\/dist|node_modules\/(webrtc-adapter|loglevel)|livekit-client\/src\/logger|E2eeManager\.ts|FrameMetadataManager\.ts|json-format\.js|statsSummary\.ts|RegionUrlProvider\.ts|LocalDataTrack\.ts|data-track\/(outgoing|packet)\/|Data(Track|Stream)Manager\.ts|Rpc(Client|Server)Manager\.ts/

/** Called only by methods of the room and the participant that nothing here calls, or by a part that is left out. */
const NEVER_CALLED =
  /^(handlePacketSendComplete|handleIncomingDataStream|performRpc|(un)?register(RpcMethod|ByteStreamHandler)|unregisterTextStreamHandler|(send|stream)(Text|Bytes|File))$/

let modules: string[]
let code: string

beforeAll(async () => {
  const web = join(import.meta.dirname, '../apps/web')
  const entry = join(web, 'src/adapters/media/mediaSession.ts')
  const built = (await build({
    root: web,
    configFile: false,
    logLevel: 'error',
    plugins: [mediaClient()],
    worker: { format: 'es' },
    build: { write: false, minify: false, lib: { entry, formats: ['es'] } },
  })) as Rolldown.RolldownOutput[]
  const chunks = built.flatMap(({ output }) => output.filter((file) => file.type === 'chunk'))
  modules = chunks.flatMap(({ moduleIds }) => moduleIds)
  code = chunks.map((chunk) => chunk.code).join('\n')
})

test('the media client is built from its sources, without what runs in no call here', () => {
  expect(modules.some((id) => id.endsWith('livekit-client/src/room/Room.ts'))).toBe(true)
  expect(modules.filter((id) => LEFT_OUT.test(id))).toEqual([])
})

test('the fields of its classes are assigned, as they were written for', () => {
  expect(code).toContain('this.stopOnMute = false')
  expect(code).not.toMatch(/^\s+(stopOnMute|enhancedNoiseCancellation|prevStats)( = .*)?;$/m)
})

test('it asks again for what it wants soon after signalling is back', () => {
  expect(code).toMatch(/minReconnectWait = 100\b/)
})

test('it opens no way to the loudspeaker: what plays and what listens is ours', () => {
  expect(code).toContain('setRoomAudioContext(void 0, true)')
  expect(code).not.toContain('latencyHint: "interactive"')
})

test('it counts no bit rates: a timer of it that would comes round once in 24 days', () => {
  expect(code).toMatch(/monitorFrequency = (2 \*\* 31 - 1|2147483647)\b/)
  expect(code.match(/\}, monitorFrequency\)/g)).not.toBeNull()
})

test('its token is in no address, but in a header', () => {
  expect(code).toContain('new WebSocket(address, ["parley-media", token])')
  expect(code).toContain('fetch(address, {\n')
  expect(code.match(/\bnew WebSocket\(/g)).toHaveLength(1)
})

test('it asks its makers for no other media server', () => {
  expect(code).toMatch(/function isCloud\(serverUrl\) \{\s+return false;/)
})

test('what stands in for data tracks, data streams and remote calls has all that the client asks of them', () => {
  const sources = join(dirname(fileURLToPath(import.meta.resolve('livekit-client'))), '../src/room')
  const client = ['Room.ts', 'participant/LocalParticipant.ts', 'participant/RemoteParticipant.ts']
    .map((name) => readFileSync(join(sources, name), 'utf8'))
    .join('\n')

  const asked = [...client.matchAll(ASKED)].map(([, , part = '', method = '']) => ({
    part,
    method,
  }))
  const lacking = asked
    .filter(({ method }) => !NEVER_CALLED.test(method))
    .filter(({ part, method }) => !methodsOf(part).includes(method))

  expect(new Set(asked.map(({ part }) => part.toLowerCase())).size).toBe(6)
  expect(lacking).toEqual([])
})

/** A call of a part's method, however it is wrapped. */
const ASKED =
  /this\.(room)?(\w*(?:Data(?:Track|Stream)|[rR]pc(?:Client|Server))Manager)\s*\.(\w+)\(/g

/** What the class that stands in has, in the code that was built. */
function methodsOf(part: string): string[] {
  const [, body = ''] = new RegExp(`var ${part} = class \\{([^]*?)\\n\\};`, 'i').exec(code) ?? []
  return [...body.matchAll(/^\t(\w+)\(\) \{/gm)].map(([, name = '']) => name)
}

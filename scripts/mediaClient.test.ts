import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { build, type Rolldown } from 'vite'
import { mediaClient } from '../apps/web/mediaClient.ts'

const LEFT_OUT =
  /livekit-client\/dist|node_modules\/webrtc-adapter|E2eeManager\.ts|FrameMetadataManager\.ts|json-format\.js/

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

import { expect, test } from 'vitest'
import { bundleServer } from '../apps/server/build.mjs'

const CAN_READ_A_CALL =
  /packages\/(group|sframe|call|client)\/|node_modules\/(ts-mls|livekit-client)\//

test('nothing in the server can read a call', async () => {
  const modules = await bundleServer({ write: false })

  expect(modules.some((id) => id.endsWith('apps/server/src/main.ts'))).toBe(true)
  expect(modules.filter((id) => CAN_READ_A_CALL.test(id))).toEqual([])
})

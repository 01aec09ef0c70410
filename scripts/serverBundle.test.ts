import { expect, test } from 'vitest'
import { bundleServer } from '../apps/server/build.mjs'

const CAN_READ_A_CALL =
  /packages\/(group|sframe|call|client)\/|node_modules\/(ts-mls|livekit-client)\//

/** What opens a recording, a sealed file or a draft: the server shows what is public, and no more. */
const OPENS_WHAT_IS_SEALED = /packages\/release\/src\/(recordings|clips|readouts|files)\//

test('nothing in the server can read a call', async () => {
  const modules = await bundleServer({ write: false })

  expect(modules.some((id) => id.endsWith('apps/server/src/main.ts'))).toBe(true)
  expect(modules.filter((id) => CAN_READ_A_CALL.test(id))).toEqual([])
  expect(modules.some((id) => id.includes('packages/release/src/publications/'))).toBe(true)
  expect(modules.filter((id) => OPENS_WHAT_IS_SEALED.test(id))).toEqual([])
})

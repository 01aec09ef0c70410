import { makeSide } from '../../../../packages/release/src/verify/testing/sides.ts'
import { signedClip } from '../../../../packages/release/src/verify/testing/signedClip.ts'
import type { ReleaseDocument } from '@parley/release'
import { expect, test } from 'vitest'
import { createLog } from '../log.ts'
import { startServer } from '../startServer.ts'
import { eachDatabase } from '../testing/eachDatabase.ts'
import { hashOf, putFile, twoSides } from '../testing/publishing.ts'
import { aClip } from '../testing/releases.ts'

const log = createLog({ write: () => undefined })
const made = await signedClip([await makeSide('Switzerland'), await makeSide('Kenya')])

eachDatabase((newDatabase) => {
  test('a film with a manifest of each side is published as it is, if it is the one that was signed without them (R108)', async () => {
    await using server = await startServer({ log, database: await newDatabase() })
    const { desks, parties, publish } = await twoSides(server)
    const { call } = desks[0]
    const hash = hashOf(made.plain)
    const clip: ReleaseDocument = aClip(
      { call },
      [...parties],
      [{ type: 'video/mp4', bytes: made.plain.length, hash }],
    )
    const flipped = new Uint8Array(made.signed)
    flipped[flipped.length - 1] = (flipped.at(-1) ?? 0) ^ 1
    const [file, other] = [
      await putFile(server, desks[0], made.signed),
      await putFile(server, desks[0], flipped),
    ]

    await expect(publish(clip, desks, { files: [{ hash, file: other }] })).rejects.toThrow(
      'malformed',
    )
    await publish(clip, desks, { files: [{ hash, file }] })

    const shown = await fetch(`${server.url}/public/${call}/clip-1.mp4`)
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(made.signed)
  })
})

import { Refusal, type CompactJws } from '@parley/protocol'
import { PublicItem, readPublicVersion, type Expected } from '@parley/release'
import * as v from 'valibot'
import { sealsOf } from '../calls/calls.store.ts'
import type { Clock } from '../clock.ts'
import type { Database } from '../database/schema.ts'
import { SerialQueue } from '../serialQueue.ts'
import { asDesk, type Handlers } from '../sockets/session.ts'
import { checkFiles } from './checkFiles.ts'
import { addPublication, publishedOf, type GivenVersion } from './publications.store.ts'

/** What desks show to everybody: nothing that a side it needs has not signed. */
export function publicationHandlers({
  db,
  clock,
}: {
  db: Database
  clock: Clock
}): Pick<Handlers, 'publish' | 'list-published'> {
  /** Of files that are checked, one is in memory. */
  const checks = new SerialQueue()
  return {
    async publish(session, { item: kind, versions: given, files, until }) {
      const { call, side } = asDesk(session)
      const item = v.safeParse(PublicItem, kind)
      if (!item.success) throw new Refusal('malformed')
      if (kind.startsWith('readout/') && kind !== `readout/${side}`)
        throw new Refusal('not-permitted')
      const expected = { call, item: item.output, seals: await sealsOf(db, call) }
      const versions = await readAll(given, expected)
      const newest = versions.at(-1)
      if (!newest) throw new Refusal('malformed')
      const checked = await checks.run(() => checkFiles(db, { call, version: newest, files }))
      const at = clock.nowMs()
      const embargo = newest.is === 'readout' ? (newest.payload.embargo?.until ?? 0) : 0
      const publicFrom = await addPublication(db, {
        call,
        side,
        item: item.output,
        versions,
        files: checked,
        at,
        publicFrom: Math.max(at, until ?? 0, embargo),
      })
      return { publicFrom }
    },

    async 'list-published'(session) {
      const { call } = asDesk(session)
      const rows = await publishedOf(db, call)
      const published = rows.map(({ public_from, ...row }) => ({ ...row, publicFrom: public_from }))
      return { published }
    },
  }
}

async function readAll(
  versions: readonly (readonly CompactJws[])[],
  expected: Expected,
): Promise<GivenVersion[]> {
  const read: GivenVersion[] = []
  for (const signatures of versions)
    // oxlint-disable-next-line no-await-in-loop -- none is looked at after one that is refused
    read.push({ ...(await readPublicVersion(signatures, expected)), signatures })
  return read
}

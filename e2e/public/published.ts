import type { ReleaseDocument } from '@parley/release'
import { startServer, type RunningServer } from '@parley/server'
import type { DeskAt } from '../../apps/server/src/testing/people.ts'
import { putFile, twoSides, type Given } from '../../apps/server/src/testing/publishing.ts'
import {
  aClip,
  anAnnouncement,
  aJointLine,
  aReadout,
  aRecord,
} from '../../apps/server/src/testing/releases.ts'
import { clipFiles } from './clipFiles.ts'
import { TEXTS } from './texts.ts'

/** What everybody may read of a call: two accounts, one corrected, joint lines, a clip, a record. */
export type Published = {
  readonly running: RunningServer
  /** The page of the call. */
  readonly url: string
  readonly desks: readonly [DeskAt, DeskAt]
}

/** A server with a build of the client, and a call of two sides of which all that there can be was published. */
export async function publishAll(
  webFolder: string,
  parts: AsyncDisposableStack,
): Promise<Published> {
  const running = parts.use(await startServer({ webFolder, name: 'Federal Chancellery' }))
  const { desks, parties, publish } = await twoSides(running)
  const [one, two] = desks
  const { call } = one

  await publish(anAnnouncement({ call }, [...parties]), desks)
  const joint = {
    stations: await publish(aJointLine({ call }, TEXTS.stations), desks),
    again: await publish(aJointLine({ call }, TEXTS.again, 2), desks),
  }
  const record = await publish(aRecord({ call }), desks)
  const films = await clipFiles()
  const files: Given[] = []
  for (const { bytes, hash } of films)
    files.push({ hash, file: await putFile(running, one, bytes) })
  await publish(clipOf(films), desks, { files })
  await publish(aReadout({ call }, parties[0], { ...TEXTS.swiss(joint), record }), [one])
  const kenyan = (figure: string) => ({ ...TEXTS.kenyan(joint, figure), record })
  const previous = await publish(aReadout({ call }, parties[1], kenyan('16')), [two])
  const corrected = { ...kenyan('18'), correction: 'One figure corrected.' }
  await publish(aReadout({ call, version: 2, previous }, parties[1], corrected), [two])
  return { running, url: `${running.url}/public/${call}`, desks }

  function clipOf(all: Awaited<ReturnType<typeof clipFiles>>): ReleaseDocument {
    const named = all.map(({ type, bytes, hash }) => ({ type, bytes: bytes.length, hash }))
    const says = { title: 'Water in dry years', caption: TEXTS.caption }
    return aClip({ call }, [...parties], named, says)
  }
}

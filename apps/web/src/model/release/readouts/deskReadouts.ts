import { publishOver } from '@parley/client'
import { onDeviceTranslator } from '../../../adapters/onDeviceTranslator.ts'
import type { DeskRelease } from '../deskRelease.ts'
import { openReadoutsModel, type ReadoutsModel, type ReadoutsParts } from './readoutsModel.ts'

/** The readouts of a desk with what they need of this browser, of the server, and of the record. */
export function openDeskReadouts({
  release,
  ...parts
}: Pick<ReadoutsParts, 'desk' | 'store' | 'page' | 'saveFile' | 'zones'> & {
  release: DeskRelease
}): Promise<ReadoutsModel> {
  const { desk } = parts
  const [language = 'en'] = desk.state.documents.plan?.payload.languages ?? []
  return openReadoutsModel({
    ...parts,
    releases: release.releases,
    note: (event) => release.book.note(event),
    publish: publishOver(desk.connection),
    translator: onDeviceTranslator(),
    language,
  })
}

import { openShared, type SharedReadout } from '@parley/release'
import { orNothing, type Seal } from '@parley/seal'
import { sealViewOf } from '../../desk/deskFacts.ts'
import { sealedIn } from './sharedFragment.ts'
import type { OpenedShared } from './readoutsView.ts'

/** What was shared in a file or a link, opened with one of these seals; nothing where it is for none of them, or is not what it says. */
export async function openedShared(
  text: string,
  seals: readonly Pick<Seal, 'agreementPrivateKey'>[],
): Promise<OpenedShared | undefined> {
  for (const { agreementPrivateKey } of seals) {
    // oxlint-disable-next-line no-await-in-loop -- a browser has few seals
    const shared = await orNothing(() => openShared(sealedIn(text), agreementPrivateKey))
    if (shared) return viewOf(shared)
  }
  return undefined
}

async function viewOf({ readout }: SharedReadout): Promise<OpenedShared> {
  const { side, language, title, body, byline, at, embargo, translations } = readout
  return {
    name: side.name,
    flag: side.flag,
    seal: await sealViewOf(side.seal),
    isPinned: false,
    text: { language, title, body, byline },
    translations,
    at,
    embargo,
  }
}

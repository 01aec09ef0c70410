import type { Page } from '@playwright/test'
import { openSamples, showSample, speakSamples } from '../languages/samplesPage.ts'
import { launchFor } from '../media/launch.ts'
import type { Album } from './album.ts'
import { LANGUAGES, type Language } from './columns.ts'
import { photograph } from './photograph.ts'
import { reach } from './reach.ts'
import { READOUT_SCREENS } from './walks/readouts.ts'

/** Takes pictures of the call, and of what a desk releases, in each state that they have words for. */
export async function photographCallStates(album: Album): Promise<void> {
  await reach(album, 'The page of call states', async () => {
    await using parts = new AsyncDisposableStack()
    const browser = await launchFor(0)
    parts.defer(() => browser.close())
    const page = await browser.newPage()
    const { calls, pages } = await openSamples(page)
    const walked = new Set<string>(READOUT_SCREENS)
    const released = pages.filter(
      (state) => /^(clips|record|readouts): /.test(state) && !walked.has(state),
    )
    const states = new Map([
      ...calls.map((state) => [screenOf(state), state] as const),
      ...released.map((state) => [state, state] as const),
      ['printed record', 'record: agreed'] as const,
    ])
    const asked = album.open([...states.keys()])
    for (const language of asked.length > 0 ? LANGUAGES : []) {
      await speakSamples(page, language)
      for (const screen of asked)
        await reach(album, `${screen}, ${language}`, () =>
          photographOne(page, { screen, state: states.get(screen) ?? '', language, album }),
        )
    }
  })
}

/** The name that a state of the call has among the screens. */
export function screenOf(state: string): string {
  return `call: ${state}`
}

async function photographOne(
  page: Page,
  { state, ...picture }: { state: string; screen: string; language: Language; album: Album },
): Promise<void> {
  await showSample(page, state)
  await photograph(page, picture)
}

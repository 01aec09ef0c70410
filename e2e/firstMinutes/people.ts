import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { EffortCount } from './effort.ts'
import type { Names } from './names.ts'
import { Pointer } from './pointer.ts'

/** What a browser would ask of people, and is told here before it asks. */
export const GRANTED = ['camera', 'microphone', 'clipboard-read', 'clipboard-write']

/** Somebody at a page, with what it takes them. */
export type Person = { hand: Pointer; count: EffortCount }

/** Opens a link for somebody, in a profile of their own. `parts` keeps its trace in the folder in the end. */
export async function sitDown(
  browser: Browser,
  {
    who,
    link,
    names,
    folder,
    parts,
  }: {
    who: string
    link: string
    names: Names
    folder: string
    parts: AsyncDisposableStack
  },
): Promise<Person> {
  await mkdir(folder, { recursive: true })
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    permissions: GRANTED,
    locale: 'en-GB',
  })
  // Pictures of what moves would take the processor that the call needs.
  await context.tracing.start({ screenshots: who.endsWith('officer'), snapshots: true })
  parts.defer(() => context.tracing.stop({ path: join(folder, `${who}.zip`) }))
  const page = await context.newPage()
  const count = await EffortCount.of(context)
  await page.goto(link)
  return { hand: new Pointer(page, names), count }
}

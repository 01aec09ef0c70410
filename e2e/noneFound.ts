import { expect } from '@playwright/test'

/** What has a screen still change, such as words or a font that come, is over well before, on a busy machine too. */
const SETTLED_WITHIN_MS = 10_000

/** Looks until nothing is found: a screen is judged by what it comes to, not by what it passes through. The test fails if something stays, and goes on. */
export async function expectNoneFound(
  look: () => Promise<readonly string[]>,
  where: string,
): Promise<void> {
  const softly = expect.configure({ soft: true })
  await softly.poll(look, { message: where, timeout: SETTLED_WITHIN_MS }).toEqual([])
}

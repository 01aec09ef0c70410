import { test } from '@playwright/test'

/** Tells the table of attacks how long the victim's screen took; where nobody tells, there was nothing to show. */
export type Shown = (ms: number) => void

/**
 * An attack by its number in `attacks/list.mjs`, who makes it, and the fact that its story shows: as in `attacks`,
 * in real browsers.
 */
export function attack(
  { number, by }: { number: number; by: string },
  fact: string,
  story: (shown: Shown) => Promise<void>,
): void {
  // oxlint-disable-next-line playwright/expect-expect, playwright/valid-title -- the story has both
  test(fact, async () => {
    let shownMs: number | 'nothing' = 'nothing'
    const tell = () =>
      test.info().annotations.push({
        type: 'attack',
        description: JSON.stringify({ number, by, shownMs }),
      })
    try {
      await story((ms) => (shownMs = ms))
    } finally {
      tell()
    }
  })
}

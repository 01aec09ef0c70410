import { test } from 'vitest'
import { Stage } from './stage.ts'

/** What a story tells the table of attacks. */
export type AttackMeta = { number: number; by: string; shownMs: number | 'nothing' }

declare module 'vitest' {
  interface TaskMeta {
    attack?: AttackMeta
  }
}

/**
 * An attack by its number in the list, who makes it, and the fact that its story shows. A story that waits for no
 * screen has nothing to show: what was done came to nothing.
 */
export function attack(
  { number, by }: { number: number; by: string },
  fact: string,
  story: (stage: Stage) => Promise<void>,
): void {
  // oxlint-disable-next-line vitest/valid-title, vitest/expect-expect -- the story has both
  test(fact, async ({ task }) => {
    const meta: AttackMeta = { number, by, shownMs: 'nothing' }
    task.meta.attack = meta
    await using stage = await Stage.open()
    await story(stage)
    meta.shownMs = stage.shownMs ?? 'nothing'
  })
}

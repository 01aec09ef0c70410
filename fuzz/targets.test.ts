import type { Bytes } from '@parley/protocol'
import { expect, test } from 'vitest'
import { readCorpus } from './corpus.ts'
import { runOnce, type Judgement } from './engine/judge.ts'
import type { Target } from './target.ts'
import { TARGETS } from './targets.ts'

/** What each input comes to, one after another. */
async function judge(target: Target, inputs: readonly Bytes[]): Promise<Judgement[]> {
  const judged: Judgement[] = []
  // oxlint-disable-next-line no-await-in-loop -- a target takes one input after another
  for (const input of inputs) judged.push(await runOnce(target, input))
  await target.close?.()
  return judged
}

test.each([...TARGETS])('%s reads its seeds', async (_name, make) => {
  const target = await make()
  const judged = await judge(target, target.seeds)

  expect(judged.length).toBeGreaterThan(0)
  expect(judged.filter(({ isRead, fault }) => !isRead || fault)).toEqual([])
})

test.each([...TARGETS])('%s reads or refuses all of its corpus', async (name, make) => {
  const judged = await judge(await make(), readCorpus(name))

  expect(judged.flatMap(({ fault }) => fault ?? [])).toEqual([])
})

import { expect, test } from 'vitest'
import { readCorpus } from './corpus.ts'
import { runOnce } from './engine/judge.ts'
import { TARGETS } from './targets.ts'

test.each([...TARGETS])('%s reads its seeds', async (_name, make) => {
  const target = await make()
  const judged = await Promise.all(target.seeds.map((seed) => runOnce(target, seed)))

  expect(judged.length).toBeGreaterThan(0)
  expect(judged.filter(({ isRead, fault }) => !isRead || fault)).toEqual([])
})

test.each([...TARGETS])('%s reads or refuses all of its corpus', async (name, make) => {
  const target = await make()
  const faults: unknown[] = []
  for (const input of readCorpus(name)) {
    // oxlint-disable-next-line no-await-in-loop -- a target takes one input after another
    const { fault } = await runOnce(target, input)
    if (fault) faults.push(fault)
  }

  expect(faults).toEqual([])
})

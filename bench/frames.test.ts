import { expect, test } from 'vitest'
import { frames } from './frames.ts'
import { figuresOf } from './report/spread.ts'

test('frames of all sizes are sealed and opened while they are counted', async () => {
  const figures = figuresOf(await frames({ rounds: 1, roundMs: 5 }))

  expect(figures.map(({ name }) => name)).toEqual([
    'sealPerSecond.160',
    'sealPerSecond.1200',
    'sealPerSecond.20000',
    'openPerSecond.160',
    'openPerSecond.1200',
    'openPerSecond.20000',
  ])
  for (const { spread } of figures) expect(spread.median).toBeGreaterThan(0)
})

import { expect, test, vi } from 'vitest'
import { base64Of } from '../mutations/shape.ts'
import type { Fault } from './finding.ts'
import { runJob } from './process.ts'

/** Milliseconds: a test starts up to two processes, and on a busy machine each may take long. */
vi.setConfig({ testTimeout: 180_000 })

const module = new URL('../testing/planted.ts', import.meta.url).href
const job = {
  module,
  seed: 1,
  ms: 40_000,
  mutations: 400,
  inputs: [] as string[],
  isGrowthMeasured: false,
}
const hear = () => undefined

/** Whether the input gets past the four bytes that a planted fault is behind. */
function isBehind(input: string | undefined): boolean {
  const bytes = base64Of(input ?? '') ?? []
  return bytes.length >= 4 && bytes.slice(0, 4).every((byte) => byte >= 0x80)
}

/** An input that gets there at once. */
const BEHIND = '__79_w'

const sought: [string, Fault, RegExp][] = [
  ['error-without-code', 'error', /TypeError: planted\n\s+at /],
  ['crash', 'ended', /SIGABRT/],
]
const given: [string, Fault, RegExp][] = [
  ...sought,
  ['hang', 'ended', /no sign of life for 2500 ms/],
  ['slow', 'slow', /ms of processor time/],
  ['large', 'large', /MiB/],
]

test.each(sought)('a planted %s is reached, and found once', async (target, fault, says) => {
  const { findings } = await runJob({ ...job, target }, { hear })

  expect(findings).toMatchObject([{ target, fault, seed: 1 }])
  expect(findings[0]?.says).toMatch(says)
  expect(findings[0]?.inputs.every(isBehind)).toBe(true)
})

test.each(given)('a planted %s is found by its input alone', async (target, fault, says) => {
  const alone = { ...job, target, ms: 0, inputs: [BEHIND] }

  const { findings } = await runJob(alone, { hear, silentMs: 2500 })

  expect(findings).toMatchObject([{ target, fault, inputs: [BEHIND] }])
  expect(findings[0]?.says).toMatch(says)
})

test('what takes no longer than honest input does is not slow, however slow the machine', async () => {
  const alone = { ...job, target: 'slow-machine', ms: 0, inputs: [BEHIND] }

  expect(await runJob(alone, { hear })).toMatchObject({ findings: [], figures: { read: 1 } })
})

test('a process that ends where V8 counts, and not without, has found nothing: the job goes on, and says so', async () => {
  const counted = { ...job, target: 'crash-of-counting', ms: 4000 }

  const { figures, findings, uncounted } = await runJob(counted, { hear })

  expect(findings).toEqual([])
  expect(uncounted).toBeGreaterThan(0)
  expect(figures.runs).toBeGreaterThan(0)
})

test('what stays of each input is found', async () => {
  const { findings } = await runJob(
    { ...job, target: 'growth', mutations: 100, isGrowthMeasured: true },
    { hear },
  )

  expect(findings).toMatchObject([
    { fault: 'growth', says: expect.stringMatching('bytes stay of each input') },
  ])
})

test('an input is kept for each block of code that none before it reached, and nothing is found where nothing is wrong', async () => {
  const { findings, kept, figures } = await runJob(
    { ...job, target: 'clean', isGrowthMeasured: true },
    { hear },
  )

  expect(findings).toEqual([])
  expect(kept.filter(isBehind)).not.toEqual([])
  expect(figures).toMatchObject({ kept: kept.length })
  expect(kept.length).toBeLessThan(50)
  expect(figures.read).toBeGreaterThan(0)
})

test('a target that is not there is an error, and no finding', async () => {
  await expect(runJob({ ...job, target: 'none' }, { hear })).rejects.toThrow(
    /"none" did not start.*There is no target/s,
  )
})

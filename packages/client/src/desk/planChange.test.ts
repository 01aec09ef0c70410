import { startServer } from '@parley/server'
import { manualClock, planCall } from '@parley/testkit'
import { expect, test, vi } from 'vitest'
import { CannotSign } from './cannotSign.ts'
import type { Desk } from './desk.ts'

async function propose(desk: Desk, title: string): Promise<void> {
  await desk.keepProposal({ ...desk.state.record.proposal, title })
  await desk.signPlan()
}

function planDrafts({ state }: Desk) {
  return state.documents.drafts.filter(({ is }) => is === 'plan')
}

test('a change of the plan counts once the other desk signs it, and the root stays', async () => {
  await using running = await startServer()
  await using planned = await planCall(running, { seatsEach: 0, clock: manualClock(Date.now()) })
  const [first, second] = planned.desks
  const { root } = first.state.documents

  await propose(first, 'Lower Tana')
  await vi.waitFor(() => expect(planDrafts(second)).toHaveLength(1))
  expect(second.state.documents.plan?.payload.title).toBe('Talks')
  for (const draft of planDrafts(second)) await second.signDraft(draft)

  await vi.waitFor(() => expect(first.state.documents.plan?.payload.title).toBe('Lower Tana'))
  expect(first.state.documents.root).toBe(root)
})

test('a desk that answered a plan with a later one signs the earlier no more (R8)', async () => {
  await using running = await startServer()
  await using planned = await planCall(running, { seatsEach: 0, clock: manualClock(Date.now()) })
  const [first, second] = planned.desks
  await propose(first, 'Lower Tana')
  const change = await vi.waitFor(() => {
    const [found] = planDrafts(second)
    if (!found) throw new Error('It is not there yet')
    return found
  })

  await propose(second, 'Talks')

  await expect(second.signDraft(change)).rejects.toThrow(new CannotSign('signed-later'))
  await vi.waitFor(() => expect(planDrafts(first)).toHaveLength(2))
  expect(first.state.documents.plan?.payload.title).toBe('Talks')
})

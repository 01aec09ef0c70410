import { systemClock, type Desk } from '@parley/client'
import { startServer } from '@parley/server'
import { planCall } from '@parley/testkit'
import { expect, test, vi } from 'vitest'
import { draftOf } from './planDraft.ts'
import { planViewOf } from './planViewOf.ts'
import { keepPlan, proposeChange } from './proposing.ts'

const planOf = (desk: Desk) => planViewOf(desk.state)

async function propose(desk: Desk, title: string): Promise<void> {
  await proposeChange(desk, { ...draftOf(planOf(desk).wording), title })
}

async function proposed() {
  await using parts = new AsyncDisposableStack()
  const running = parts.use(await startServer())
  const planned = parts.use(await planCall(running, { seatsEach: 1, clock: systemClock }))
  const [first, second] = planned.desks
  await propose(first, 'Lower Tana')
  await vi.waitFor(() => expect(planOf(second).signing).toBe('may-sign'))
  const stays = parts.move()
  return { first, second, [Symbol.asyncDispose]: () => stays.disposeAsync() }
}

test('the other desk sees what would change, and what counts meanwhile', async () => {
  await using desks = await proposed()
  const { first, second } = desks

  expect(planOf(second)).toMatchObject({
    isAgreed: false,
    agreed: 1,
    version: 2,
    proposedBy: first.state.record.side,
    changes: [{ of: 'title', before: 'Talks', after: 'Lower Tana' }],
    wording: { title: 'Lower Tana' },
    inForce: { title: 'Talks' },
  })
  expect(planOf(first)).toMatchObject({ signing: 'signed', proposedBy: first.state.record.side })
})

test('a change that the other desk signs is the agreed plan', async () => {
  await using desks = await proposed()
  const { first, second } = desks
  const { draft } = planOf(second)

  if (draft) await second.signDraft({ hash: draft })

  await vi.waitFor(() => expect(planOf(first)).toMatchObject({ isAgreed: true, agreed: 2 }))
  expect(planOf(first).wording.title).toBe('Lower Tana')
})

test('a change that is declined leaves the plan as agreed, and its side reads so', async () => {
  await using desks = await proposed()
  const { first, second } = desks

  await keepPlan(second)

  const kept = { by: second.state.record.side, of: first.state.record.side }
  for (const desk of [first, second])
    await vi.waitFor(() => expect(planOf(desk)).toMatchObject({ isAgreed: true, agreed: 1, kept }))
  expect(planOf(first).wording.title).toBe('Talks')
})

test('a change that its own side takes back is offered no more', async () => {
  await using desks = await proposed()
  const { first, second } = desks

  await keepPlan(first)

  const { side } = first.state.record
  await vi.waitFor(() => expect(planOf(second).kept).toEqual({ by: side, of: side }))
  expect(planOf(second).signing).toBe('signed')
})

test('changes that both desks wrote at once cross: neither is offered the other, and a new one is', async () => {
  await using running = await startServer()
  await using planned = await planCall(running, { seatsEach: 1, clock: systemClock })
  const [first, second] = planned.desks

  await Promise.all([propose(first, 'Lower Tana'), propose(second, 'Middle Tana')])
  for (const desk of planned.desks)
    await vi.waitFor(() => expect(planOf(desk).signing).toBe('crossed'))
  await propose(first, 'All of the Tana')

  await vi.waitFor(() => expect(planOf(second).signing).toBe('may-sign'))
  expect(planOf(second).wording.title).toBe('All of the Tana')
})

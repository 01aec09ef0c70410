import { systemClock } from '@parley/client'
import { planCall } from '@parley/testkit'
import type { enrolAt } from '../../e2e/stage.ts'
import { SERVER, startParley } from './started.ts'

/** A call that two sides agreed, at a server that runs somewhere. */
export type StageApart = Parameters<typeof enrolAt>[0]

/**
 * A call that two sides agreed, at a server that is a process of its own, as everybody's is. In the bench's it
 * would answer a page once the bench has done with what the browsers tell it of the same page.
 */
export async function setStageApart(
  parts: AsyncDisposableStack,
  { seatsEach = 2 }: { seatsEach?: number } = {},
): Promise<StageApart> {
  const running = parts.use(await startParley(...SERVER))
  const planned = parts.use(await planCall(running, { seatsEach, clock: systemClock }))
  return { planned, running }
}

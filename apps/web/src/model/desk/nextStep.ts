import type { DelegationView, DeskSide, PlanView, Standing } from './deskView.ts'

/** What this desk has to do before the call can be held, on its way from a plan to its people. */
export type NextStep =
  | { is: 'invite' | 'compare'; name: string }
  | { is: 'sign' }
  | { is: 'list-people' }

/** What a next step depends on. */
type Known = {
  sides: readonly Pick<DeskSide, 'side' | 'name' | 'isOwn' | 'standing'>[]
  plan: Pick<PlanView, 'agreed' | 'signing'>
  delegations: readonly Pick<DelegationView, 'side' | 'rows'>[]
}

/** The first that can be done now; nothing while others are waited for, or once there are people. */
export function nextStepOf({ sides, plan, delegations }: Known): NextStep | undefined {
  const nameOf = (is: Standing['is']) => sides.find(({ standing }) => standing.is === is)?.name
  const toCompare = nameOf('to-compare')
  if (toCompare !== undefined) return { is: 'compare', name: toCompare }
  const toInvite = nameOf('to-invite')
  if (toInvite !== undefined) return { is: 'invite', name: toInvite }
  if (plan.agreed === undefined) return plan.signing === 'may-sign' ? { is: 'sign' } : undefined
  const own = sides.find(({ isOwn }) => isOwn)?.side
  const people = delegations.find(({ side }) => side === own)?.rows
  return people?.length === 0 ? { is: 'list-people' } : undefined
}

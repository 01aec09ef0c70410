import type { DeskState } from '@parley/client'
import type { SideId } from '@parley/protocol'
import { delegationViewOf } from './delegationViewOf.ts'
import { sealOf, type DeskFacts } from './deskFacts.ts'
import type { DeskSide, DeskView, EnrolmentCard } from './deskView.ts'
import { planViewOf } from './planViewOf.ts'

/** What the console shows. Its own side comes first; the colours keep the order of the plan. */
export function deskViewOf(
  facts: DeskFacts,
  { backup, trouble }: Pick<DeskView, 'backup' | 'trouble'>,
): DeskView {
  const { state } = facts
  const plan = planViewOf(state)
  const sides = plan.wording.sides.map(({ side, name, flag }, index): DeskSide => {
    const isOwn = side === state.record.side
    const seal = sealOf(state, side)
    const fingerprint = seal && facts.fingerprints.get(seal)
    return {
      side,
      name,
      flag,
      order: index + 1,
      isOwn,
      seal: seal && fingerprint && { key: seal, ...fingerprint },
      standing: isOwn ? 'own' : standingOf(state, side),
      invitation: facts.links.invitations.get(side),
    }
  })
  const ownFirst = [...sides.filter(({ isOwn }) => isOwn), ...sides.filter(({ isOwn }) => !isOwn)]
  return {
    title: plan.wording.title,
    sides: ownFirst,
    plan,
    delegations: ownFirst.map(({ side }) => delegationViewOf(facts, side)),
    enrolments: enrolmentsOf(state),
    backup,
    line: state.line.is === 'there' ? 'there' : 'lost',
    trouble,
  }
}

function standingOf(state: DeskState, side: SideId): DeskSide['standing'] {
  if (state.record.pins[side]) return 'compared'
  if (sealOf(state, side)) return 'to-compare'
  return state.record.invitations[side] ? 'invited' : 'to-invite'
}

function enrolmentsOf({ asking, seats }: DeskState): EnrolmentCard[] {
  return asking.flatMap(({ enrolment, seat, is }) => {
    const found = seats.find((one) => one.seat === seat)
    if (!found) return []
    const { name, role } = found
    return [{ enrolment, seat, name, role, state: is === 'asking' ? 'asked' : 'revealed' } as const]
  })
}

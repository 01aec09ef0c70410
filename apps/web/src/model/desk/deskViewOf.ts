import type { DeskState } from '@parley/client'
import { aidePlaceOf, type SideId } from '@parley/protocol'
import type { ProposedPlan } from '@parley/seal'
import { delegationViewOf } from './delegationViewOf.ts'
import { sealOf, type DeskFacts } from './deskFacts.ts'
import type { DeskSide, DeskView, EnrolmentCard, Standing } from './deskView.ts'
import { planViewOf } from './planViewOf.ts'
import { withChanges, type SeatChange } from './seatChanges.ts'
import { sideZones, zonesOf, type ZonesKnown } from './sideZones.ts'

/** What only this browser knows, and nobody signed. */
type HereOnly = Pick<ZonesKnown, 'here' | 'chosen'> & {
  changes: readonly SeatChange[]
  isPlanChanged: boolean
  clipsWaiting: number
}

/** What the console shows. Its own side comes first; the colours keep the order of the plan. */
export function deskViewOf(
  facts: DeskFacts,
  { backup, trouble }: Pick<DeskView, 'backup' | 'trouble'>,
  { here, chosen, changes, isPlanChanged, clipsWaiting }: HereOnly,
): DeskView {
  const { state } = facts
  const plan = planViewOf(state)
  const zones = sideZones(plan.wording, { own: state.record.side, here, chosen })
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
      standing: isOwn
        ? { is: 'own', isNamed: plan.agreed !== undefined }
        : standingOf(state, side, plan.wording),
      zone: zones.find((one) => one.side === side)?.zone,
      invitation: facts.links.invitations.get(side),
    }
  })
  const ownFirst = [...sides.filter(({ isOwn }) => isOwn), ...sides.filter(({ isOwn }) => !isOwn)]
  return {
    sides: ownFirst,
    zones: zonesOf(zones),
    plan,
    mayRecord: plan.agreed !== undefined && plan.inForce.modalities.recording === 'open-parts',
    delegations: ownFirst.map(({ side, isOwn }) => {
      const delegation = delegationViewOf(facts, side)
      return isOwn ? withChanges(delegation, changes) : delegation
    }),
    enrolments: enrolmentsOf(state),
    backup,
    mayUndoChange: isPlanChanged && plan.version === undefined,
    line: state.line.is === 'there' ? 'there' : 'lost',
    signedTwice: ownFirst
      .filter(({ side }) => state.documents.signedTwice.has(side))
      .map(({ name }) => name),
    clipsWaiting,
    trouble,
  }
}

function standingOf(state: DeskState, side: SideId, { sides }: ProposedPlan): Standing {
  const pin = state.record.pins[side]
  if (pin?.because === 'compared') return { is: 'compared', at: pin.at }
  if (pin?.because === 'handed-over') return { is: 'handed-over' }
  if (pin) {
    const { reliedOn } = pin.because
    return { is: 'relied-on', because: sides.find((one) => one.side === reliedOn)?.name ?? '' }
  }
  if (sealOf(state, side)) return { is: 'to-compare' }
  return { is: state.record.invitations[side] ? 'invited' : 'to-invite' }
}

function enrolmentsOf({ asking, seats }: DeskState): EnrolmentCard[] {
  return asking.flatMap(({ enrolment, seat, is }) => {
    const own = seats.find((one) => one.seat === seat)
    const found = own ?? seats.find((one) => aidePlaceOf(one.seat) === seat)
    if (!found) return []
    const { name, role } = found
    const state = is === 'asking' ? 'asked' : 'revealed'
    return [{ enrolment, seat, name, role, isForAide: !own, state } as const]
  })
}

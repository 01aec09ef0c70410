import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Emblem } from '../../components/Emblem.tsx'
import { sideOf, type DeskEvent, type DeskView, type PlanView } from '../../model/desk/deskView.ts'

/** Two signatures: given on a solid rule, awaited on a dashed one. */
export function SignaturesPanel({
  view,
  send,
}: {
  view: DeskView
  send: (event: DeskEvent) => void
}): ReactNode {
  const { plan } = view
  return (
    <section className="panel" aria-labelledby="signatures-title">
      <div className="panel__head">
        <h2 id="signatures-title">
          <Trans>Signatures</Trans>
        </h2>
      </div>
      <div className="panel__body stack">
        {plan.signatures.map(({ side, isSigned }) => {
          const who = sideOf(view, side)
          if (!who) return null
          return (
            <div key={side} className={`sign side-${who.order} ${isSigned ? '' : 'sign--awaited'}`}>
              {who.seal ? <Emblem hex={who.seal.hex} /> : <span className="seal seal--none" />}
              <div className="sign__line">
                {isSigned ? <bdi>{who.name}</bdi> : <Trans>awaited</Trans>}
              </div>
              <p className="sign__under">
                {isSigned ? (
                  <Trans>signed by the seal of {who.name}</Trans>
                ) : (
                  <Trans>for {who.name}</Trans>
                )}
              </p>
            </div>
          )
        })}
        <p className="small muted" role="status">
          <SaidOf plan={plan} />
        </p>
        {plan.signing === 'may-sign' && plan.agreed === undefined ? (
          <>
            <Button
              className="btn btn--primary"
              onPress={() => send({ type: 'plan-signed', draft: plan.draft })}
            >
              <Trans>Sign the plan</Trans>
            </Button>
            <p className="caption">
              <Trans>
                A signature cannot be taken back. Once both sides have signed, the plan changes only
                if both sign again.
              </Trans>
            </p>
          </>
        ) : null}
        {plan.signing === 'awaits-planner' ? (
          <p className="caption">
            <Trans>The side that planned the call signs first. Then you can sign the same.</Trans>
          </p>
        ) : null}
        {plan.signing === 'awaits-seals' ? (
          <p className="caption">
            <Trans>You can sign once the other side’s seal has been compared by phone.</Trans>
          </p>
        ) : null}
      </div>
    </section>
  )
}

function SaidOf({ plan }: { plan: PlanView }): ReactNode {
  if (plan.isAgreed) return <Trans>Both sides signed the same plan. It is agreed.</Trans>
  if (plan.signing === 'crossed')
    return (
      <Trans>
        Both desks wrote this version at the same time, so neither can sign the other’s. Propose it
        anew, or decline.
      </Trans>
    )
  if (plan.agreed !== undefined)
    return <Trans>Both sides signed version {plan.agreed}, and it counts meanwhile.</Trans>
  return <Trans>The call can be opened once both sides have signed the same plan.</Trans>
}

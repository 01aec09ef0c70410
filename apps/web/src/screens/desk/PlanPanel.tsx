import { Trans } from '@lingui/react/macro'
import { Pencil, Undo2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../components/Banner.tsx'
import type { DeskEvent, DeskView } from '../../model/desk/deskView.ts'
import { ChangeForm } from './ChangeForm.tsx'
import { ChangePanel } from './ChangePanel.tsx'
import { PrintButton } from './PrintButton.tsx'
import { PlanSheet } from './PlanSheet.tsx'

/** The plan, what is proposed to change in it, and the form to propose more. */
export function PlanPanel({
  view,
  send,
}: {
  view: DeskView
  send: (event: DeskEvent) => void
}): ReactNode {
  const [isChanging, setIsChanging] = useState(false)
  const { plan } = view
  if (isChanging)
    return (
      <ChangeForm
        plan={plan}
        zones={view.zones}
        onCancel={() => setIsChanging(false)}
        onDone={(draft) => {
          setIsChanging(false)
          send({ type: 'change-proposed', draft })
        }}
      />
    )
  return (
    <div className="stack">
      <ChangePanel view={view} send={send} />
      {view.mayUndoChange ? (
        <Banner
          kind="note"
          title={<Trans>The plan was changed here. Nobody has signed it yet.</Trans>}
          acts={
            <Button className="btn" onPress={() => send({ type: 'change-undone' })}>
              <Undo2 className="icon" aria-hidden="true" />
              <Trans>Undo the change</Trans>
            </Button>
          }
        />
      ) : null}
      <PlanSheet
        wording={plan.wording}
        zones={view.zones}
        version={plan.version}
        isAgreed={plan.isAgreed}
      >
        <div className="dialog__acts">
          {plan.mayPropose ? (
            <Button className="btn" onPress={() => setIsChanging(true)}>
              <Pencil className="icon" aria-hidden="true" />
              {plan.version === undefined ? (
                <Trans>Change the plan</Trans>
              ) : (
                <Trans>Propose a change</Trans>
              )}
            </Button>
          ) : null}
          <PrintButton>
            <Trans>Print the plan</Trans>
          </PrintButton>
        </div>
      </PlanSheet>
    </div>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Brand } from '../../components/Brand.tsx'
import { Emblem } from '../../components/Emblem.tsx'
import { SealCode } from '../../components/SealCode.tsx'
import { Status } from '../../components/Status.tsx'
import { PageSwitches } from '../../components/PageSwitches.tsx'
import { TROUBLES } from '../../language/troubles.ts'
import type { InvitationEvent, InvitationView } from '../../model/desk/invitationView.ts'
import { useSignal } from '../../useSignal.ts'
import type { SealChoice } from '../../model/desk/sealChoice.ts'
import { Opening } from '../start/Opening.tsx'
import { InvitationRefused } from './InvitationRefused.tsx'
import { InvitationWords } from './InvitationWords.tsx'
import { PlanSheet } from './PlanSheet.tsx'
import { SealPicker } from './SealPicker.tsx'
import './desk.css'
import './print.css'

/** What another side's desk sees: who asks it, for what, and what its own seal is. */
export function InvitationPage({
  view: signal,
  send,
}: {
  view: ReadonlySignal<InvitationView>
  send: (event: InvitationEvent) => void
}): ReactNode {
  const view = useSignal(signal)
  if (view.phase === 'reading') return <Opening />
  if (view.phase === 'refused') return <InvitationRefused code={view.code} />
  return (
    <>
      <header className="top">
        <Brand />
        <PageSwitches />
      </header>
      <main className="page plan plan--asked">
        {view.phase === 'read' ? (
          <InvitationWords inviting={view.inviting.name} yourName={view.yourName} />
        ) : null}
        <SealPanel view={view} send={send} />
        <PlanSheet wording={view.plan} zones={view.zones} version={undefined} />
      </main>
    </>
  )
}

/** What is asked of the officer, before the plan where both are below each other. */
function SealPanel({
  view,
  send,
}: {
  view: Exclude<InvitationView, { phase: 'reading' | 'refused' }>
  send: (event: InvitationEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const [choice, setChoice] = useState<SealChoice>({ from: 'new' })
  const { inviting, yourName } = view
  const orderOf = (side: string) => view.plan.sides.findIndex(({ name }) => name === side) + 1
  return (
    <section className="panel seal-panel" aria-labelledby="invitation-title">
      <div className="panel__head">
        <h2 id="invitation-title">
          {view.phase === 'read' ? <Trans>Your seal</Trans> : <Trans>Compare the codes</Trans>}
        </h2>
      </div>
      <div className="panel__body stack">
        {view.phase === 'read' ? (
          <>
            <p>
              <Trans>
                If this browser is to be the desk of {yourName}, make or restore your seal here. It
                answers nothing yet: you sign the plan only after the seals have been compared by
                phone.
              </Trans>
            </p>
            <SealPicker seals={view.seals} choice={choice} onChange={setChoice} />
            {view.isWrongBackup ? (
              <p role="alert" className="field__error">
                {t(TROUBLES['wrong-backup'])}
              </p>
            ) : null}
            <Button
              className="btn btn--primary btn--large"
              onPress={() => send({ type: 'accepted', choice })}
            >
              {choice.from === 'new' ? <Trans>Make our seal</Trans> : <Trans>Use this seal</Trans>}
            </Button>
          </>
        ) : (
          <>
            <p>
              <Trans>Ring their desk on a number you know. Read them your code:</Trans>
            </p>
            <div className={`row side-${orderOf(yourName)}`}>
              <Emblem hex={view.own.hex} size="large" />
              <div className="sealed">
                <p className="sidename">
                  <bdi>{yourName}</bdi>
                </p>
                <SealCode digits={view.own.digits} label={t`Code of your seal`} />
              </div>
            </div>
            <p>
              <Trans>They read you theirs. It has to be this one:</Trans>
            </p>
            <div className={`row side-${orderOf(inviting.name)}`}>
              <Emblem hex={inviting.seal.hex} size="large" />
              <div className="sealed">
                <p className="sidename">
                  <bdi>{inviting.name}</bdi>
                </p>
                <SealCode
                  digits={inviting.seal.digits}
                  label={t`Code of the seal of ${inviting.name}`}
                />
              </div>
            </div>
            {view.isConfirmed ? (
              <Status kind="awaited">
                <Trans>
                  You confirmed their seal. Waiting for {inviting.name} to confirm yours. This page
                  goes on by itself.
                </Trans>
              </Status>
            ) : (
              <>
                <Button
                  className="btn btn--primary"
                  onPress={() => send({ type: 'seal-confirmed' })}
                >
                  <Trans>The codes are the same</Trans>
                </Button>
                <p className="caption">
                  <Trans>
                    Say so only if you heard every digit. From then on your desk believes this seal,
                    which cannot be undone.
                  </Trans>
                </p>
              </>
            )}
          </>
        )}
      </div>
    </section>
  )
}

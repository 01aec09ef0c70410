import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../components/Banner.tsx'
import { TROUBLES } from '../../language/troubles.ts'
import type { DeskEvent, DeskView } from '../../model/desk/deskView.ts'
import { nextStepOf } from '../../model/desk/nextStep.ts'
import type { DeskTab } from './deskTabs.ts'
import { NextStepNotice } from './NextStepNotice.tsx'
import { SealBackup } from './SealBackup.tsx'

/** What an officer should know whichever tab is shown, and what waits for an answer on the other. */
export function DeskNotices({
  view,
  send,
  tab,
  onShow,
}: {
  view: DeskView
  send: (event: DeskEvent) => void
  tab: DeskTab
  onShow: (tab: DeskTab) => void
}): ReactNode {
  const { t } = useLingui()
  const atSeats =
    view.enrolments.length + view.delegations.filter(({ awaitsUs }) => awaitsUs).length
  const atPlan = view.plan.agreed !== undefined && view.plan.signing === 'may-sign' ? 1 : 0
  const waits = [
    { at: 'seats', count: atSeats },
    { at: 'plan', count: atPlan },
    { at: 'clips', count: view.clipsWaiting },
  ] as const
  const other = waits.find(({ at, count }) => at !== tab && count > 0)
  const waiting = other?.count ?? 0
  const step = nextStepOf(view)
  return (
    <div className="notices">
      {view.line === 'lost' ? (
        <Banner kind="caution" title={<Trans>The server is not answering.</Trans>}>
          <Trans>What you sign is kept, and sent as soon as it is back.</Trans>
        </Banner>
      ) : null}
      {view.signedTwice.map((name) => (
        <Banner
          key={name}
          kind="caution"
          title={<Trans>{name} signed several withdrawals under one number.</Trans>}
        >
          <Trans>Its desk broke a rule, or its seal is in two hands. Each of them counts.</Trans>
        </Banner>
      ))}
      <SealBackup backup={view.backup} send={send} />
      {other ? (
        <Banner
          kind="note"
          title={
            <Plural
              value={waiting}
              one="Something waits for your answer."
              other="# things wait for your answer."
            />
          }
          acts={
            <Button className="btn" onPress={() => onShow(other.at)}>
              <Trans>Show</Trans>
            </Button>
          }
        />
      ) : null}
      {waiting === 0 && step ? <NextStepNotice step={step} tab={tab} onShow={onShow} /> : null}
      {view.trouble ? (
        <Banner
          kind="danger"
          title={t(TROUBLES[view.trouble])}
          acts={
            <Button className="btn" onPress={() => send({ type: 'trouble-read' })}>
              <Trans>Close</Trans>
            </Button>
          }
        />
      ) : null}
    </div>
  )
}

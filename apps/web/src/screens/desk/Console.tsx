import { Trans, useLingui } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import { Suspense, useState, type ReactNode } from 'react'
import { Banner } from '../../components/Banner.tsx'
import { Brand } from '../../components/Brand.tsx'
import { Emblem } from '../../components/Emblem.tsx'
import { TabList, TabPane } from '../../components/Tabs.tsx'
import { PageSwitches } from '../../components/PageSwitches.tsx'
import type { DeskEvent, DeskView } from '../../model/desk/deskView.ts'
import type { DeskRelease } from '../../model/release/deskRelease.ts'
import type { ReadoutsModel } from '../../model/release/readouts/readoutsModel.ts'
import { useSignal } from '../../useSignal.ts'
import { onDemand } from '../onDemand.tsx'
import { ClipsOnDemand } from './ClipsOnDemand.tsx'
import { DelegationPanel } from './DelegationPanel.tsx'
import { DeskNotices } from './DeskNotices.tsx'
import type { DeskTab } from './deskTabs.ts'
import { EnrolmentAsk } from './EnrolmentAsk.tsx'
import { Moment } from './Moment.tsx'
import { OwnList } from './OwnList.tsx'
import { PlanPanel } from './PlanPanel.tsx'
import { PrintButton } from './PrintButton.tsx'
import { ReadoutsOnDemand } from './ReadoutsOnDemand.tsx'
import { RecordOnDemand } from './RecordOnDemand.tsx'
import { BackupDone } from './SealBackup.tsx'
import { SidesPanel } from './SidesPanel.tsx'
import { SignaturesPanel } from './SignaturesPanel.tsx'
import './desk.css'
import './print.css'

const deskParts = onDemand('parts', async () => (await import('../agenda/DeskParts.tsx')).DeskParts)

/** The console of a desk: the plan with its signatures, the seats with their passes, and what is released. */
export function Console({
  view: signal,
  release,
  readouts,
  send,
}: {
  view: ReadonlySignal<DeskView>
  release: ReadonlySignal<DeskRelease | undefined>
  /** What this side writes of the call, opened when it is asked for. */
  readouts: () => Promise<ReadoutsModel>
  send: (event: DeskEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const view = useSignal(signal)
  const { inForce } = view.plan
  const own = view.sides.find(({ isOwn }) => isOwn)
  const ownDelegation = view.delegations.find(({ side }) => side === own?.side)
  const [tab, setTab] = useState<DeskTab>('plan')
  return (
    <>
      <header className="bar">
        <Brand />
        <p className="bar__call">
          <b>
            <bdi>{inForce.title}</bdi>
          </b>
          <span className="muted">
            <Moment at={inForce.start} zones={view.zones} dateStyle="long" />
          </span>
        </p>
        <TabList
          name="desk"
          label={t`Desk`}
          className="tabs bar__tabs"
          chosen={tab}
          onChoose={setTab}
          tabs={[
            { key: 'plan', words: <Trans>Plan</Trans> },
            { key: 'seats', words: <Trans>Seats</Trans> },
            { key: 'record', words: <Trans>Record</Trans> },
            { key: 'clips', words: <Trans>Clips</Trans> },
            { key: 'readouts', words: <Trans>Readouts</Trans> },
          ]}
        />
        <div className="bar__end">
          {own ? (
            <span className={`sidename side-${own.order}`}>
              {own.seal ? <Emblem hex={own.seal.hex} /> : null}
              <span className="small">
                <Trans>Desk of {own.name}</Trans>
              </span>
            </span>
          ) : null}
          <PageSwitches />
        </div>
      </header>
      <main className="page">
        <DeskNotices view={view} send={send} tab={tab} onShow={setTab} />
        {view.parts && (
          <Suspense>
            <deskParts.Screen view={view.parts} send={send} />
          </Suspense>
        )}
        {tab === 'plan' ? (
          <TabPane name="desk" of="plan" className="plan">
            <PlanPanel view={view} send={send} />
            <div className="stack">
              <SidesPanel sides={view.sides} start={view.plan.wording.start} send={send} />
              <SignaturesPanel view={view} send={send} />
              <BackupDone backup={view.backup} />
            </div>
          </TabPane>
        ) : null}
        {tab === 'record' ? (
          <TabPane name="desk" of="record">
            <RecordOnDemand release={release} desk={view} />
          </TabPane>
        ) : null}
        {tab === 'readouts' ? (
          <TabPane name="desk" of="readouts">
            <ReadoutsOnDemand open={readouts} desk={view} />
          </TabPane>
        ) : null}
        {tab === 'clips' ? (
          <TabPane name="desk" of="clips">
            <ClipsOnDemand release={release} desk={view} />
          </TabPane>
        ) : null}
        {tab === 'seats' ? (
          <TabPane name="desk" of="seats">
            <h1 className="sr">
              <Trans>Seats</Trans>
            </h1>
            <div className="asks">
              {view.enrolments.map((card) => (
                <EnrolmentAsk key={card.enrolment} card={card} send={send} />
              ))}
            </div>
            {view.plan.agreed !== undefined ? (
              <>
                <div className="print-only">
                  <h1>
                    <bdi>{inForce.title}</bdi>
                  </h1>
                  <p>
                    <Moment at={inForce.start} zones={view.zones} />
                  </p>
                </div>
                <div className="tables">
                  {view.sides.map((side) => {
                    const delegation = view.delegations.find((one) => one.side === side.side)
                    return delegation ? (
                      <DelegationPanel
                        key={side.side}
                        side={side}
                        delegation={delegation}
                        mayRecord={view.mayRecord}
                        send={send}
                      />
                    ) : null
                  })}
                </div>
                {own && ownDelegation ? (
                  <OwnList view={view} side={own} delegation={ownDelegation} send={send} />
                ) : null}
                <p className="seats__print">
                  <PrintButton>
                    <Trans>Print the delegations</Trans>
                  </PrintButton>
                </p>
              </>
            ) : (
              <Banner kind="note" title={<Trans>The plan comes first.</Trans>}>
                <Trans>Seats can be declared once both sides have signed the plan.</Trans>
              </Banner>
            )}
          </TabPane>
        ) : null}
      </main>
    </>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import { Speech } from 'lucide-react'
import type { ReactNode } from 'react'
import { TabList, TabPane } from '../../../components/Tabs.tsx'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import type { Levels } from '../../../model/callSpeaker.ts'
import type { CallView } from '../../../model/callView.ts'
import { Agenda } from '../AgendaOnDemand.tsx'
import { Languages } from '../LanguagesOnDemand.tsx'
import { CodeFoot } from './CodeFoot.tsx'
import { HearsMe } from './HearsMe.tsx'
import { MessagesPart } from '../MessagesPart.tsx'
import { NotThereYet } from '../NotThereYet.tsx'
import { People } from './People.tsx'
import { PrivatePart } from '../PrivatePart.tsx'

/** What stands beside the pictures: the people, what one listens to, and the messages. */
export function PanelBox({
  view,
  levels,
  send,
  isFirst,
}: {
  view: CallView
  levels: ReadonlySignal<Levels>
  send: (event: CallScreenEvent) => void
  /** The private room's button opens a microphone, and so is in the first window alone. */
  isFirst: boolean
}): ReactNode {
  const { t } = useLingui()
  return (
    <aside className="call__panel" aria-label={t`Panel`}>
      <TabList
        name="panel"
        label={t`Panel`}
        chosen={view.panel}
        onChoose={(panel) => send({ type: 'panel-chosen', panel })}
        tabs={[
          { key: 'people', words: <Trans>People</Trans> },
          { key: 'languages', words: <Trans>Languages</Trans> },
          ...(isFirst ? [{ key: 'private' as const, words: <Trans>Private</Trans> }] : []),
          { key: 'messages', words: <MessagesTab unread={view.messages.unread} /> },
        ]}
      />
      <TabPane key={view.panel} name="panel" of={view.panel} className="call__pane">
        {view.panel === 'people' ? (
          <>
            <HearsMe hears={view.hears} />
            <div className="call__agenda" data-is={view.agendaIs}>
              <Agenda place="panel" view={view} send={send}>
                {view.agendaIs === 'asking' && <AskingToCome />}
              </Agenda>
            </div>
            {view.roster.map((section) => (
              <People
                key={section.side.side}
                section={section}
                onCompany={() => send({ type: 'dialog-opened', dialog: 'company' })}
              />
            ))}
          </>
        ) : view.panel === 'private' ? (
          <PrivatePart place="panel" view={view} send={send}>
            <NotThereYet />
          </PrivatePart>
        ) : view.panel === 'languages' ? (
          view.listening && (
            <Languages part="panel" listening={view.listening} levels={levels} send={send} />
          )
        ) : (
          <MessagesPart view={view} send={send} />
        )}
      </TabPane>
      {view.panel === 'people' && <CodeFoot code={view.code} />}
    </aside>
  )
}

/** As it is once its code is there. */
function AskingToCome(): ReactNode {
  return (
    <button type="button" className="btn" disabled>
      <Speech className="icon" aria-hidden />
      <Trans>I would like to speak</Trans>
    </button>
  )
}

function MessagesTab({ unread }: { unread: number }): ReactNode {
  return (
    <>
      <Trans>Messages</Trans>
      {unread > 0 && (
        <span className="badge badge--ink num">
          <Trans>{unread} new</Trans>
        </span>
      )}
    </>
  )
}

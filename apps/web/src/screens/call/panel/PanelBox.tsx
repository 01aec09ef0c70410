import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import type { CallView } from '../../../model/callView.ts'
import { HearsMe } from './HearsMe.tsx'
import { Messages } from './Messages.tsx'
import { People } from './People.tsx'

/** What stands beside the pictures: the people and the messages. */
export function PanelBox({
  view,
  send,
}: {
  view: CallView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const { unread } = view.messages
  return (
    <aside className="call__panel" aria-label={t`Panel`}>
      <Tabs
        className="call__tabs"
        selectedKey={view.panel}
        onSelectionChange={(key) => {
          if (key === 'people' || key === 'messages') send({ type: 'panel-chosen', panel: key })
        }}
      >
        <TabList className="tabs" aria-label={t`Panel`}>
          <Tab className="tab" id="people">
            <Trans>People</Trans>
          </Tab>
          <Tab className="tab" id="messages">
            <Trans>Messages</Trans>
            {unread > 0 && (
              <span className="badge badge--ink num">
                <Trans>{unread} new</Trans>
              </span>
            )}
          </Tab>
        </TabList>
        <TabPanel className="call__pane" id="people">
          <HearsMe hears={view.hears} />
          {view.roster.map((section) => (
            <People key={section.side.side} section={section} />
          ))}
        </TabPanel>
        <TabPanel className="call__pane" id="messages">
          <Messages messages={view.messages} send={send} />
        </TabPanel>
      </Tabs>
    </aside>
  )
}

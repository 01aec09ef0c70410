import { Plural, Trans } from '@lingui/react/macro'
import { AudioLines, MessageSquare } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { CallView } from '../../model/callView.ts'
import { Agenda } from './AgendaOnDemand.tsx'
import { Languages } from './LanguagesOnDemand.tsx'
import { TileMark } from './stage/TileMark.tsx'

/** What a room display says of what it does not show: who is heard, with whom something is wrong, and what was written. */
export function Beside({
  view,
  send,
}: {
  view: CallView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const {
    stage: { heard, unseen },
    messages: { unread },
    listening,
  } = view
  const read = (): void => {
    send({ type: 'panel-chosen', panel: 'messages' })
    send({ type: 'display-chosen', display: 'delegation' })
  }
  return (
    <>
      {listening && <Languages part="chip" listening={listening} />}
      {heard !== undefined && (
        <p className="call__chip">
          <AudioLines className="icon" aria-hidden />
          <span>
            <Trans>
              You hear <b>{heard}</b>
            </Trans>
          </span>
        </p>
      )}
      <Agenda place="chip" view={view} send={send} />
      <div className="call__unseen">
        {unseen.map(({ seat, name, mark }) => (
          <p key={seat} className="call__chip">
            <b>
              <bdi>{name}</bdi>
            </b>
            <TileMark mark={mark} />
          </p>
        ))}
      </div>
      {unread > 0 && (
        <Button className="call__chip call__new" onPress={read}>
          <MessageSquare className="icon" aria-hidden />
          <Plural value={unread} one="# new message" other="# new messages" />
        </Button>
      )}
    </>
  )
}

import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Lock } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { CallView } from '../../model/callView.ts'
import type { PrivateView, WriteTo } from '../../model/private/privateView.ts'
import { WriteField } from '../messages/WriteField.tsx'
import { WrittenIn } from '../messages/WrittenIn.tsx'

/** Chooses whom one writes to, with a draft for each; `children` is the field that writes to everyone. */
export function PrivateWrite({
  privately,
  messages,
  send,
  children,
}: {
  privately: PrivateView
  messages: CallView['messages']
  send: (event: CallScreenEvent) => void
  children?: ReactNode
}): ReactNode {
  const { writing } = privately
  return (
    <div className="private-write">
      <ToWhom to={writing.to} send={send} />
      {writing.to === 'everyone' ? (
        children
      ) : (
        <ToOwnSide view={privately} messages={messages} send={send} />
      )}
    </div>
  )
}

function ToWhom({ to, send }: { to: WriteTo; send: (event: CallScreenEvent) => void }): ReactNode {
  const { t } = useLingui()
  const choose = (whom: WriteTo) => () => send({ type: 'private-write-to-chosen', to: whom })
  return (
    <div className="segment" role="radiogroup" aria-label={t`Who reads it`}>
      <label>
        <input
          type="radio"
          name="write-to"
          checked={to === 'everyone'}
          onChange={choose('everyone')}
        />
        <Trans>Everyone</Trans>
      </label>
      <label>
        <input
          type="radio"
          name="write-to"
          checked={to === 'own-side'}
          onChange={choose('own-side')}
        />
        <Lock className="icon" aria-hidden />
        <Trans>Our side</Trans>
      </label>
    </div>
  )
}

function ToOwnSide({
  view: { writing, own },
  messages: { languages },
  send,
}: {
  view: PrivateView
  messages: Pick<CallView['messages'], 'languages'>
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const { draft, readers, canSend, language } = writing
  const { name } = own
  return (
    <WriteField
      label={
        <Plural
          value={readers}
          _0="Private message: nobody else of your side is in yet"
          one="Private message to # other person of your side"
          other="Private message to # others of your side"
        />
      }
      placeholder={t`Only ${name} will read this`}
      sends={<Trans>Send to our side</Trans>}
      draft={draft}
      language={language}
      canSend={canSend}
      onChange={(text) => send({ type: 'private-draft-changed', text })}
      onSend={() => send({ type: 'private-draft-sent' })}
    >
      <WrittenIn languages={languages} language={language} send={send} />
    </WriteField>
  )
}

import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, type ReactNode } from 'react'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { CallView } from '../../model/callView.ts'
import { PrivatePart } from '../call/PrivatePart.tsx'
import { BeingWritten } from './BeingWritten.tsx'
import { Letters } from './Letters.tsx'
import { Message } from './Message.tsx'
import { WriteField } from './WriteField.tsx'
import { WrittenIn } from './WrittenIn.tsx'
import '../../style/messages.css'

/** What was written to everyone here, and the field to write in. */
export function Messages({
  view,
  send,
}: {
  view: CallView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const { rows, draft, canSend, readers, languages, language, typing, letters } = view.messages
  const end = useRef<HTMLDivElement>(null)
  const newest = rows.at(-1)?.id
  useEffect(() => {
    if (newest !== undefined) end.current?.scrollIntoView({ block: 'nearest' })
  }, [newest])
  return (
    <>
      {rows.length === 0 && (
        <p className="muted small">
          <Trans>Nothing was written yet. Messages reach everyone here, and nobody else.</Trans>
        </p>
      )}
      <div role="log" aria-label={t`Messages`}>
        <ol className="msgs">
          {rows.map((row) => (
            <Message key={row.id} row={row} view={view} send={send} />
          ))}
        </ol>
        <div ref={end} />
      </div>
      <BeingWritten typing={typing} />
      <PrivatePart place="write" view={view} send={send}>
        <WriteField
          label={
            <Plural
              value={readers}
              _0="Message: nobody else is here"
              one="Message to # other person"
              other="Message to everyone, # others"
            />
          }
          placeholder={t`All sides will read this`}
          sends={<Trans>Send to everyone</Trans>}
          draft={draft}
          language={language}
          canSend={canSend}
          onChange={(text) => send({ type: 'draft-changed', text })}
          onSend={() => send({ type: 'draft-sent' })}
        >
          <WrittenIn languages={languages} language={language} send={send} />
          {letters && <Letters isOn={letters.isOn} send={send} />}
        </WriteField>
      </PrivatePart>
    </>
  )
}

import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Send } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Button, Label, TextArea, TextField } from 'react-aria-components'
import { Emblem } from '../../../components/Emblem.tsx'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import type { MessageRow } from '../../../model/callMessages.ts'
import { MESSAGE_AT_MOST } from '../../../model/callScreenState.ts'
import type { CallView } from '../../../model/callView.ts'
import { PrivatePart } from '../PrivatePart.tsx'
import { useTime } from '../useTime.ts'

/** What was written to everyone here, and the field to write in. */
export function Messages({
  view,
  send,
}: {
  view: CallView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const { rows, draft, canSend, readers } = view.messages
  const end = useRef<HTMLDivElement>(null)
  const newest = rows.at(-1)?.id
  useEffect(() => {
    if (newest !== undefined) end.current?.scrollIntoView({ block: 'nearest' })
  }, [newest])
  const submit = (): void => send({ type: 'draft-sent' })
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
      <PrivatePart place="write" view={view} send={send}>
        <form
          className="msgs__write"
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <TextField
            className="field"
            value={draft}
            maxLength={MESSAGE_AT_MOST}
            onChange={(text) => send({ type: 'draft-changed', text })}
          >
            <Label>
              <Plural
                value={readers}
                _0="Message: nobody else is here"
                one="Message to # other person"
                other="Message to everyone, # others"
              />
            </Label>
            <TextArea
              className="input"
              dir="auto"
              rows={2}
              placeholder={t`All sides will read this`}
              onKeyDown={(event) => onEnter(event, submit)}
            />
          </TextField>
          <Button className="btn btn--primary btn--wide" type="submit" isDisabled={!canSend}>
            <Send className="icon" aria-hidden />
            <span className="msgs__send">
              <Trans>Send to everyone</Trans>
            </span>
          </Button>
        </form>
      </PrivatePart>
    </>
  )
}

/** Enter sends, Shift with Enter breaks the line; not while letters are being composed. */
function onEnter(event: KeyboardEvent, submit: () => void): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  submit()
}

function Message({
  row,
  ...call
}: {
  row: MessageRow
  view: CallView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const time = useTime()
  const { side } = row
  return (
    <li className={side && `side-${side.place}`} data-private={row.isPrivate}>
      <p className="msg__by">
        {side && <Emblem hex={side.fingerprint} size="small" />}
        <b>{row.isYou ? <Trans>You</Trans> : <bdi>{row.name}</bdi>}</b>
        <span className="num">{row.isSending ? <Trans>sending</Trans> : time(row.atMs)}</span>
      </p>
      {row.isPrivate && <PrivatePart place="message" {...call} />}
      <p className="msg__text" dir="auto">
        {row.text}
      </p>
    </li>
  )
}

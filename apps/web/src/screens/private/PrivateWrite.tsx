import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Lock, Send } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { Button, Label, TextArea, TextField } from 'react-aria-components'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import { MESSAGE_AT_MOST } from '../../model/callScreenState.ts'
import type { PrivateView, WriteTo } from '../../model/private/privateView.ts'

/** Chooses whom one writes to, with a draft for each; `children` is the field that writes to everyone. */
export function PrivateWrite({
  privately,
  send,
  children,
}: {
  privately: PrivateView
  send: (event: CallScreenEvent) => void
  children?: ReactNode
}): ReactNode {
  const { writing, own } = privately
  return (
    <div className="private-write">
      <ToWhom to={writing.to} send={send} />
      {writing.to === 'everyone' ? (
        children
      ) : (
        <ToOwnSide writing={writing} name={own.name} send={send} />
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
  writing: { draft, readers, canSend },
  name,
  send,
}: {
  writing: PrivateView['writing']
  name: string
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const submit = (): void => send({ type: 'private-draft-sent' })
  return (
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
        onChange={(text) => send({ type: 'private-draft-changed', text })}
      >
        <Label>
          <Plural
            value={readers}
            _0="Private message: nobody else of your side is in yet"
            one="Private message to # other person of your side"
            other="Private message to # others of your side"
          />
        </Label>
        <TextArea
          className="input"
          dir="auto"
          rows={2}
          placeholder={t`Only ${name} will read this`}
          onKeyDown={(event) => onEnter(event, submit)}
        />
      </TextField>
      <Button className="btn btn--primary btn--wide" type="submit" isDisabled={!canSend}>
        <Send className="icon" aria-hidden />
        <span className="msgs__send">
          <Trans>Send to our side</Trans>
        </span>
      </Button>
    </form>
  )
}

/** Enter sends, Shift with Enter breaks the line; not while letters are being composed. */
function onEnter(event: KeyboardEvent, submit: () => void): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  submit()
}

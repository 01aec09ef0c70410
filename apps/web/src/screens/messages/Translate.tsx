import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, useRef, type ReactNode } from 'react'
import { Button, Label, TextArea, TextField } from 'react-aria-components'
import { tongueDirection } from '../../language/tongueDirection.ts'
import { tongue } from '../../language/tongues.ts'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { MessageRow } from '../../model/callMessages.ts'
import { MESSAGE_AT_MOST } from '../../model/callScreenState.ts'
import type { CallView } from '../../model/callView.ts'
import { Tongue } from '../call/languages/Tongue.tsx'
import { onEnter } from './WriteField.tsx'

type Translating = NonNullable<CallView['messages']['translating']>

/** Writes a translation of a message, for everybody who reads that one. */
export function Translate({
  row,
  translating,
  send,
}: {
  row: MessageRow
  translating: Translating | undefined
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const button = useRef<HTMLButtonElement>(null)
  const wasOpen = useRef(false)
  const open = translating?.row === row.id ? translating : undefined
  const isOpen = open !== undefined
  useEffect(() => {
    if (wasOpen.current && !isOpen) button.current?.focus()
    wasOpen.current = isOpen
  }, [isOpen])
  if (open) return <Editor translating={open} send={send} />
  return (
    <Button
      ref={button}
      className="btn btn--quiet msg__translate"
      onPress={() => send({ type: 'translating-begun', row })}
    >
      {row.isYou ? (
        <Trans>Translate</Trans>
      ) : (
        <Trans>
          Translate<span className="sr"> the message of {row.name}</span>
        </Trans>
      )}
    </Button>
  )
}

function Editor({
  translating: { into, language, text, canSend },
  send,
}: {
  translating: Translating
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const submit = (): void => send({ type: 'translating-sent' })
  return (
    <form
      className="msg__editor"
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      {into.length > 1 && (
        <select
          className="input"
          aria-label={t`Language of the translation`}
          value={language}
          onChange={({ target }) => send({ type: 'translating-into', language: target.value })}
        >
          {into.map((one) => (
            <option key={one} value={one} lang={one} dir="auto">
              {tongue(one)}
            </option>
          ))}
        </select>
      )}
      <TextField
        className="field"
        autoFocus
        value={text}
        maxLength={MESSAGE_AT_MOST}
        onChange={(now) => send({ type: 'translating-changed', text: now })}
      >
        <Label>
          <Trans>
            Translation into <Tongue of={language} />
          </Trans>
        </Label>
        <TextArea
          className="input"
          lang={language}
          dir={tongueDirection(language)}
          rows={2}
          onKeyDown={(event) => {
            if (event.key === 'Escape') send({ type: 'translating-given-up' })
            onEnter(event, submit)
          }}
        />
      </TextField>
      <div className="msg__acts">
        <Button className="btn btn--primary" type="submit" isDisabled={!canSend}>
          <Trans>Send translation</Trans>
        </Button>
        <Button className="btn" onPress={() => send({ type: 'translating-given-up' })}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { NewSeat } from '../../../model/desk/deskView.ts'
import { pastedSeats, type PastedSeats } from '../../../model/desk/pastedSeats.ts'
import { PastedPeople } from './PastedPeople.tsx'

/** Many people at once, from a spreadsheet or a list: read, looked through, and added with one press. */
export function PasteSeats({
  taken,
  languages,
  onAdd,
  onCancel,
}: {
  /** Names that have a seat already. */
  taken: readonly string[]
  /** What may be spoken here; the first is taken where the list says nothing. */
  languages: readonly string[]
  onAdd: (people: readonly NewSeat[]) => void
  onCancel: () => void
}): ReactNode {
  const { t } = useLingui()
  const id = useId()
  const [text, setText] = useState('')
  const [read, setRead] = useState<PastedSeats>()
  const readFrom = (list: string) => setRead(pastedSeats(list, languages[0] ?? 'en'))
  if (read && read.drafts.length > 0)
    return (
      <PastedPeople
        read={read}
        taken={taken}
        languages={languages}
        onAdd={onAdd}
        onBack={() => setRead(undefined)}
      />
    )
  return (
    <form
      className="stack"
      aria-label={t`Paste a list of people`}
      onSubmit={(event) => {
        event.preventDefault()
        readFrom(text)
      }}
    >
      <div className="field">
        <label htmlFor={id}>
          <Trans>People, one on each line</Trans>
        </label>
        <textarea
          id={id}
          className="input"
          rows={6}
          autoFocus
          spellCheck={false}
          value={text}
          aria-describedby={`${id}-hint`}
          placeholder={t`Livia Spescha, Registry of Treaties, note-taker`}
          onChange={(event) => setText(event.target.value)}
          onPaste={(event) => {
            if (text.trim() !== '') return
            event.preventDefault()
            const pasted = event.clipboardData.getData('text/plain')
            setText(pasted)
            readFrom(pasted)
          }}
        />
        <p id={`${id}-hint`} className="hint">
          <Trans>
            Copy the rows of a spreadsheet, with or without their heads, or write name, office, role
            and language. Only the name is needed. You see everybody before anything is added.
          </Trans>
        </p>
        {read ? (
          <p role="alert" className="field__error">
            <Trans>There is nobody on this list.</Trans>
          </p>
        ) : null}
      </div>
      <div className="dialog__acts">
        <Button type="submit" className="btn btn--primary">
          <Trans>Read the list</Trans>
        </Button>
        <Button className="btn" onPress={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  )
}

import { Trans } from '@lingui/react/macro'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Field } from '../../../components/Field.tsx'

/** A longer one does not fit into what is signed. */
const REASON_AT_MOST = 500

/** Asks why before a wording is refused. */
export function RefusalForm({ onRefuse }: { onRefuse: (reason: string) => void }): ReactNode {
  const [isOpen, setIsOpen] = useState(false)
  const [reason, setReason] = useState('')
  if (!isOpen)
    return (
      <Button className="btn btn--danger" onPress={() => setIsOpen(true)}>
        <Trans>Refuse</Trans>
      </Button>
    )
  const refuse = (event: FormEvent) => {
    event.preventDefault()
    onRefuse(reason.trim())
    setIsOpen(false)
  }
  return (
    <form className="stack" onSubmit={refuse}>
      <Field
        label={<Trans>Why your side does not sign it</Trans>}
        hint={<Trans>Every side reads it, and it is part of what is handed out.</Trans>}
        value={reason}
        onChange={setReason}
        maxLength={REASON_AT_MOST}
        autoFocus
      />
      <div className="dialog__acts">
        <Button type="submit" className="btn btn--danger-fill">
          <Trans>Refuse the record</Trans>
        </Button>
        <Button className="btn" onPress={() => setIsOpen(false)}>
          <Trans>Go back</Trans>
        </Button>
      </div>
    </form>
  )
}

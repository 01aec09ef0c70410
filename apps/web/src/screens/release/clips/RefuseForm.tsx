import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Field } from '../../../components/Field.tsx'

/** Why this side does not sign, which every desk reads. */
export function RefuseForm({
  onCancel,
  onRefuse,
}: {
  onCancel: () => void
  onRefuse: (reason: string) => void
}): ReactNode {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        onRefuse(reason)
      }}
    >
      <Field
        autoFocus
        label={t`Why not`}
        hint={<Trans>Every desk reads it. It is signed, and in the record.</Trans>}
        value={reason}
        maxLength={500}
        onChange={setReason}
      />
      <div className="row row--wrap">
        <Button type="submit" className="btn btn--danger">
          <Trans>Refuse this cut</Trans>
        </Button>
        <Button className="btn" onPress={onCancel}>
          <Trans>Back</Trans>
        </Button>
      </div>
    </form>
  )
}

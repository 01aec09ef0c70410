import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Field } from '../../components/Field.tsx'
import type { VerifyEvent } from '../../model/verify/verifyView.ts'

/** The code of the seal that whoever sits here expects to have signed. */
export function CodeForm({
  code,
  send,
}: {
  code: string
  send: (event: VerifyEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const [typed, setTyped] = useState('')
  return (
    <form
      className="verify__line"
      onSubmit={(event) => {
        event.preventDefault()
        send({ type: 'code-given', code: typed })
      }}
    >
      <Field
        code
        label={t`The code that a side publishes, if you have it`}
        hint={t`30 digits. Then only what that seal signed counts as proven.`}
        value={typed}
        onChange={setTyped}
      />
      <Button type="submit" className="btn">
        {code === '' ? <Trans>Expect this code</Trans> : <Trans>Change the code</Trans>}
      </Button>
    </form>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Field } from '../../components/Field.tsx'
import type { VerifyEvent } from '../../model/verify/verifyView.ts'

/** An address of this server, of which all that it releases is fetched and checked. */
export function AddressForm({
  server,
  send,
}: {
  server: string
  send: (event: VerifyEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const [address, setAddress] = useState('')
  return (
    <form
      className="verify__line"
      onSubmit={(event) => {
        event.preventDefault()
        if (address.trim() !== '') send({ type: 'address-given', address: address.trim() })
      }}
    >
      <Field
        code
        label={t`Or an address of ${server}`}
        hint={t`The public page of a call, a statement or a clip.`}
        value={address}
        onChange={setAddress}
      />
      <Button type="submit" className="btn">
        <Trans>Fetch and check</Trans>
      </Button>
    </form>
  )
}

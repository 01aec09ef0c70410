import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Field } from '../../../components/Field.tsx'
import { webAddress } from '../../../model/release/readouts/proseSchema.ts'

/** Where the chosen words lead: an address of the web that is reached safely, or nowhere. */
export function LinkForm({
  href,
  onDone,
}: {
  href: string | undefined
  /** Nothing leaves it as it was; an empty address takes the link away. */
  onDone: (href: string | undefined) => void
}): ReactNode {
  const { t } = useLingui()
  const [typed, setTyped] = useState(href ?? 'https://')
  const [isTried, setTried] = useState(false)
  const isWrong = isTried && webAddress(typed) === undefined
  return (
    <form
      className="editor__link"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (webAddress(typed) !== undefined) onDone(typed)
      }}
    >
      <Field
        label={t`Address`}
        type="url"
        autoFocus
        value={typed}
        onChange={setTyped}
        error={isWrong ? t`Only addresses that begin with https:// can stand in a readout.` : null}
      />
      <div className="row row--wrap">
        <Button className="btn btn--primary" type="submit">
          <Trans>Set the link</Trans>
        </Button>
        {href !== undefined && (
          <Button className="btn" onPress={() => onDone('')}>
            <Trans>Take the link away</Trans>
          </Button>
        )}
        <Button className="btn btn--quiet" onPress={() => onDone(undefined)}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  )
}

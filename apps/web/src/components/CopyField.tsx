import { Trans } from '@lingui/react/macro'
import { useId, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'

/** A link to hand on, with a button that copies it and says so. The button is named after it: a page has many. */
export function CopyField({ label, text }: { label: string; text: string }): ReactNode {
  const id = useId()
  const [copied, setCopied] = useState<'no' | 'yes' | 'failed'>('no')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text)
      setCopied('yes')
    } catch {
      setCopied('failed')
    }
  }
  return (
    <div className="field">
      <label id={`${id}-label`} htmlFor={id}>
        {label}
      </label>
      <div className="copy">
        <input
          id={id}
          className="input code"
          readOnly
          value={text}
          onFocus={(event) => event.target.select()}
        />
        <Button
          className="btn"
          id={`${id}-copy`}
          aria-labelledby={`${id}-copy ${id}-label`}
          onPress={() => void copy()}
        >
          <Trans>Copy</Trans>
        </Button>
      </div>
      <p className="hint" role="status">
        {copied === 'yes' ? <Trans>Copied.</Trans> : null}
        {copied === 'failed' ? <Trans>Select the link and copy it by hand.</Trans> : null}
      </p>
    </div>
  )
}

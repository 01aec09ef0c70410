import { Trans } from '@lingui/react/macro'
import { useId, type ReactNode } from 'react'
import type { CallScreenEvent } from '../../model/callEvent.ts'

/** Whether the others read what one writes before it is sent. */
export function Letters({
  isOn,
  send,
}: {
  isOn: boolean
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const id = useId()
  return (
    <div className="msgs__letters" data-on={isOn || undefined}>
      <label className="choice">
        <input
          type="checkbox"
          checked={isOn}
          aria-describedby={id}
          onChange={({ target }) => send({ type: 'letters-switched', isOn: target.checked })}
        />
        <span>
          <Trans>Show my letters as I type</Trans>
        </span>
      </label>
      <p id={id} className="hint">
        <Trans>Everyone reads them before you send, also what you delete again.</Trans>
      </p>
    </div>
  )
}

import { Trans } from '@lingui/react/macro'
import { useId, type ReactNode } from 'react'
import type { Checks } from '../../../model/check/checks.ts'
import { useSignal } from '../../../useSignal.ts'

/** Where a principal says that no echo has to be taken out: what browsers do for it ends a voice at 14 kHz. */
export function WholeVoice({
  whole: { isOn, set },
}: {
  whole: NonNullable<Checks['whole']>
}): ReactNode {
  const id = useId()
  return (
    <dd className="checks__whole">
      <label className="choice">
        <input
          type="checkbox"
          checked={useSignal(isOn)}
          aria-describedby={id}
          onChange={({ target }) => set(target.checked)}
        />
        <span>
          <Trans>Headphones, or a room system that takes out echo</Trans>
          <span className="caption" id={id}>
            <Trans>Then interpreters are sent all of your voice.</Trans>
          </span>
        </span>
      </label>
    </dd>
  )
}

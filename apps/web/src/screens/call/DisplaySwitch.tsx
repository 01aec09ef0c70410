import { Trans } from '@lingui/react/macro'
import { LayoutGrid, Monitor } from 'lucide-react'
import type { ReactNode } from 'react'
import { ToggleButton } from 'react-aria-components'
import type { Display } from '../../model/callDisplay.ts'
import type { CallScreenEvent } from '../../model/callEvent.ts'

/** Says how the call is shown, and changes it. */
export function DisplaySwitch({
  display,
  send,
}: {
  display: Display
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const isRoom = display === 'room'
  const Icon = isRoom ? Monitor : LayoutGrid
  return (
    <ToggleButton
      className="call__listed call__display"
      isSelected={isRoom}
      onChange={(isRoomNow) =>
        send({ type: 'display-chosen', display: isRoomNow ? 'room' : 'delegation' })
      }
    >
      <Icon className="icon" aria-hidden />
      <span className="call__words">
        {isRoom ? <Trans>Room display</Trans> : <Trans>Delegation view</Trans>}
      </span>
    </ToggleButton>
  )
}

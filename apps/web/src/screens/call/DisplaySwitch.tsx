import { Trans } from '@lingui/react/macro'
import { Headphones, LayoutGrid, Monitor, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import { ToggleButton } from '../../components/ToggleButton.tsx'
import type { Display } from '../../model/callDisplay.ts'
import type { CallScreenEvent } from '../../model/callEvent.ts'

const ICONS: Readonly<Record<Display, LucideIcon>> = {
  room: Monitor,
  booth: Headphones,
  delegation: LayoutGrid,
}

/** Says how the call is shown, and changes it. */
export function DisplaySwitch({
  display,
  other,
  send,
}: {
  display: Display
  other: Display
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const Icon = ICONS[display]
  return (
    <ToggleButton
      className="call__listed call__display"
      isSelected={display !== 'delegation'}
      onChange={() => send({ type: 'display-chosen', display: other })}
    >
      <Icon className="icon" aria-hidden />
      <span className="call__words">
        <DisplayWord display={display} />
      </span>
    </ToggleButton>
  )
}

function DisplayWord({ display }: { display: Display }): ReactNode {
  switch (display) {
    case 'room':
      return <Trans>Room display</Trans>
    case 'booth':
      return <Trans>Interpreter’s console</Trans>
    case 'delegation':
      return <Trans>Delegation view</Trans>
  }
}

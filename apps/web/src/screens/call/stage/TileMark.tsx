import { Trans } from '@lingui/react/macro'
import { EarOff, Mic, MonitorUp, RotateCw, ShieldX, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { TileMark as Mark } from '../../../model/callTiles.ts'

const ICONS: Readonly<Record<Mark, LucideIcon>> = {
  held: ShieldX,
  'coming-back': RotateCw,
  'not-heard': EarOff,
  'does-not-hear-you': EarOff,
  'shares-screen': MonitorUp,
  speaking: Mic,
}

/** The one thing worth saying over a picture. */
export function TileMark({ mark }: { mark: Mark }): ReactNode {
  const Icon = ICONS[mark]
  return (
    <span className="tile__mark">
      <Icon className="icon" aria-hidden />
      <Words mark={mark} />
    </span>
  )
}

function Words({ mark }: { mark: Mark }): ReactNode {
  switch (mark) {
    case 'held':
      return <Trans>not shown</Trans>
    case 'coming-back':
      return <Trans>coming back</Trans>
    case 'not-heard':
      return <Trans>not heard yet</Trans>
    case 'does-not-hear-you':
      return <Trans>does not hear you</Trans>
    case 'shares-screen':
      return <Trans>shared screen</Trans>
    case 'speaking':
      return <Trans>speaking</Trans>
  }
}

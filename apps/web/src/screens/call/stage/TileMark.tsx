import { Trans, useLingui } from '@lingui/react/macro'
import {
  CircleAlert,
  CirclePause,
  EarOff,
  Mic,
  MonitorUp,
  RotateCw,
  ShieldX,
  Snail,
  VolumeX,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { TileMark as Mark } from '../../../model/callTiles.ts'
import { FLOW } from '../sentences/flow.ts'

const ICONS: Readonly<Record<Mark, LucideIcon>> = {
  held: ShieldX,
  'sound-foreign': ShieldX,
  'picture-foreign': ShieldX,
  'both-foreign': ShieldX,
  'sound-unconfirmed': CircleAlert,
  'picture-unconfirmed': CircleAlert,
  'both-unconfirmed': CircleAlert,
  'coming-back': RotateCw,
  'not-heard': EarOff,
  stopped: CirclePause,
  'picture-stopped': CirclePause,
  'sound-stopped': VolumeX,
  'sound-broken': VolumeX,
  slow: Snail,
  'does-not-hear-you': EarOff,
  'shares-screen': MonitorUp,
  speaking: Mic,
}

/** The one thing worth saying over a picture. Without `hasWord` to eyes its shape alone says it. */
export function TileMark({ mark, hasWord = true }: { mark: Mark; hasWord?: boolean }): ReactNode {
  const Icon = ICONS[mark]
  return (
    <span className="tile__mark" data-mark={mark}>
      <Icon className="icon" aria-hidden />
      <span className={hasWord ? undefined : 'sr'}>
        <Words mark={mark} />
      </span>
    </span>
  )
}

function Words({ mark }: { mark: Mark }): ReactNode {
  const { t } = useLingui()
  switch (mark) {
    case 'held':
      return <Trans>not shown</Trans>
    case 'sound-foreign':
      return <Trans>sound of another device</Trans>
    case 'picture-foreign':
      return <Trans>picture of another device</Trans>
    case 'both-foreign':
      return <Trans>sound and picture of another device</Trans>
    case 'sound-unconfirmed':
      return <Trans>sound not confirmed</Trans>
    case 'picture-unconfirmed':
      return <Trans>picture not confirmed</Trans>
    case 'both-unconfirmed':
      return <Trans>sound and picture not confirmed</Trans>
    case 'coming-back':
      return <Trans>coming back</Trans>
    case 'not-heard':
      return <Trans>not heard yet</Trans>
    case 'stopped':
    case 'picture-stopped':
    case 'sound-stopped':
    case 'sound-broken':
    case 'slow':
      return t(FLOW[mark])
    case 'does-not-hear-you':
      return <Trans>does not hear you</Trans>
    case 'shares-screen':
      return <Trans>shared screen</Trans>
    case 'speaking':
      return <Trans>speaking</Trans>
  }
}

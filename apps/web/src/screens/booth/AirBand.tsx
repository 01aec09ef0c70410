import { Plural, Trans } from '@lingui/react/macro'
import { Hourglass, MicOff, Radio } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Air } from '../../model/booth/boothView.ts'
import { Tongue } from './Tongue.tsx'

/** Whether one is heard, and by how many; on air it is the only red of the screen. */
export function AirBand({ air, into }: { air: Air; into: string | undefined }): ReactNode {
  const isOnAir = air.is === 'on-air'
  const Icon = isOnAir ? Radio : air.is === 'opening' || air.is === 'held-back' ? Hourglass : MicOff
  return (
    <div className="booth__air" data-air={air.is} role="status">
      <div>
        <b>
          <AirWord air={air} />
        </b>
        <p>
          {isOnAir && into !== undefined ? (
            <Hearers hearers={air.hearers} into={into} />
          ) : (
            <NotHeard air={air} />
          )}
        </p>
      </div>
      <Icon className="icon" aria-hidden />
    </div>
  )
}

function AirWord({ air: { is } }: { air: Air }): ReactNode {
  switch (is) {
    case 'on-air':
      return <Trans>On air</Trans>
    case 'coughing':
      return <Trans>Cough</Trans>
    case 'opening':
      return <Trans>Microphone opens</Trans>
    case 'held-back':
      return <Trans>Nothing is sent</Trans>
    case 'off':
    case 'unavailable':
      return <Trans>Off air</Trans>
  }
}

function Hearers({ hearers, into }: { hearers: number; into: string }): ReactNode {
  return (
    <Trans>
      <Plural
        value={hearers}
        _0="Nobody hears you"
        one="# person hears you"
        other="# people hear you"
      />{' '}
      in <Tongue of={into} />
    </Trans>
  )
}

function NotHeard({ air: { is } }: { air: Air }): ReactNode {
  return is === 'held-back' ? (
    <Trans>Your microphone is open, and nobody hears you.</Trans>
  ) : (
    <Trans>Nobody hears you.</Trans>
  )
}

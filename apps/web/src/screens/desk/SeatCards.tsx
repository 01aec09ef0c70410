import { Trans, useLingui } from '@lingui/react/macro'
import { useEffect, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { Emblem } from '../../components/Emblem.tsx'
import { ROLES } from '../../language/roles.ts'
import type { DeskSide, DeskView } from '../../model/desk/deskView.ts'
import type { LinkedSeat } from '../../model/desk/seatLinksText.ts'
import { Moment } from './Moment.tsx'
import { QrCode } from './QrCode.tsx'

/** A card for each person, for paper only: prints them as soon as they are there. */
export function SeatCards({
  view,
  side,
  seats,
  onDone,
}: {
  view: Pick<DeskView, 'zones' | 'plan'>
  side: DeskSide
  seats: readonly LinkedSeat[]
  onDone: () => void
}): ReactNode {
  useEffect(() => {
    const { dataset } = document.documentElement
    dataset['print'] = 'cards'
    addEventListener('afterprint', onDone)
    print()
    return () => {
      removeEventListener('afterprint', onDone)
      delete dataset['print']
    }
    // oxlint-disable-next-line react/exhaustive-deps -- once for each time that they are shown
  }, [])
  return createPortal(
    <div className="cards">
      {seats.map((seat) => (
        <Card key={seat.seat} view={view} side={side} seat={seat} />
      ))}
    </div>,
    document.body,
  )
}

function Card({
  view: {
    zones,
    plan: { inForce },
  },
  side,
  seat: { name, office, role, link },
}: {
  view: Pick<DeskView, 'zones' | 'plan'>
  side: DeskSide
  seat: LinkedSeat
}): ReactNode {
  const { t } = useLingui()
  return (
    <article className={`card side-${side.order}`}>
      <p className="sidename">
        {side.seal ? <Emblem hex={side.seal.hex} /> : null}
        <bdi>{side.name}</bdi>
      </p>
      <div>
        <h2>
          <bdi>{name}</bdi>
        </h2>
        {office === '' ? null : (
          <p>
            <bdi>{office}</bdi>
          </p>
        )}
        <p>{t(ROLES[role])}</p>
      </div>
      <div>
        <h3>
          <bdi>{inForce.title}</bdi>
        </h3>
        <p>
          <Moment at={inForce.start} zones={zones} />
        </p>
      </div>
      <p>
        <Trans>
          Open this address on the device that you will use in the call, and read the six digits on
          its screen to your desk when it rings you.
        </Trans>
      </p>
      <div className="card__address">
        <QrCode className="card__qr" text={link} />
        <p className="card__link code">{link}</p>
      </div>
      <p className="caption">
        <Trans>The address works once. Show this card to nobody, and send no picture of it.</Trans>
      </p>
    </article>
  )
}

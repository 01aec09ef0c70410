import { Trans, useLingui } from '@lingui/react/macro'
import { Check } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { CopyField } from '../../components/CopyField.tsx'
import { Emblem } from '../../components/Emblem.tsx'
import { SealCode } from '../../components/SealCode.tsx'
import { Status } from '../../components/Status.tsx'
import type { DeskEvent, DeskSide } from '../../model/desk/deskView.ts'
import { SideClock } from './SideClock.tsx'

/** Who the sides are, by the code of their seals, and whether each was compared by phone. */
export function SidesPanel({
  sides,
  start,
  send,
}: {
  sides: readonly DeskSide[]
  /** When the call starts, in milliseconds UTC. */
  start: number
  send: (event: DeskEvent) => void
}): ReactNode {
  const { t } = useLingui()
  return (
    <section className="panel" aria-labelledby="sides-title">
      <div className="panel__head">
        <h2 id="sides-title">
          <Trans>Sides and seals</Trans>
        </h2>
      </div>
      {sides.map((side) => (
        <section
          key={side.side}
          className={`side side-${side.order}`}
          aria-label={t`Side ${side.name}`}
        >
          {side.seal ? <Emblem hex={side.seal.hex} size="large" /> : <NoSeal />}
          <div>
            <h3>
              <bdi>{side.name}</bdi>
            </h3>
            {side.isOwn ? (
              <p className="small muted">
                <Trans>Your side</Trans>
              </p>
            ) : null}
          </div>
          {side.seal ? (
            <SealCode digits={side.seal.digits} label={t`Code of the seal of ${side.name}`} />
          ) : null}
          <div className="ask">
            <Standing side={side} send={send} />
            <SideClock side={side} start={start} send={send} />
          </div>
        </section>
      ))}
    </section>
  )
}

/** Where an emblem will be. */
function NoSeal(): ReactNode {
  return <span className="seal seal--l seal--none" />
}

function Standing({ side, send }: { side: DeskSide; send: (event: DeskEvent) => void }): ReactNode {
  const { t, i18n } = useLingui()
  const { standing } = side
  switch (standing.is) {
    case 'own':
      return (
        <p className="caption">
          {standing.isNamed ? (
            <Trans>The plan that both sides signed names this seal.</Trans>
          ) : (
            <Trans>Read this code to the other desk by phone, on a number you already had.</Trans>
          )}
        </p>
      )
    case 'to-invite':
      return (
        <Button
          className="btn btn--primary"
          onPress={() => send({ type: 'invite-pressed', side: side.side })}
        >
          <Trans>Invite {side.name}</Trans>
        </Button>
      )
    case 'invited':
      return (
        <>
          <CopyField label={t`Invitation for ${side.name}`} text={side.invitation ?? ''} />
          <Status kind="awaited">
            <Trans>Send this link to their desk. It has not been answered yet.</Trans>
          </Status>
        </>
      )
    case 'to-compare':
      return (
        <>
          <p className="small">
            <Trans>
              Compare this code by phone. Use a number you already had, not one from this page.
            </Trans>
          </p>
          <Button
            className="btn btn--primary"
            onPress={() => {
              const { seal } = side
              if (seal) send({ type: 'seal-confirmed', side: side.side, seal: seal.key })
            }}
          >
            <Check className="icon" aria-hidden="true" />
            <Trans>The codes are the same</Trans>
          </Button>
          <p className="caption">
            <Trans>
              Say so only if you heard every digit. It lets their desk into this call, which cannot
              be undone.
            </Trans>
          </p>
        </>
      )
    case 'compared':
      return (
        <Status kind="good">
          <Trans>
            Compared by phone, as this desk confirmed on{' '}
            {i18n.date(standing.at, { dateStyle: 'long', timeStyle: 'short' })}
          </Trans>
        </Status>
      )
    case 'handed-over':
      return (
        <Status kind="usable">
          <Trans>Compared by nobody: it came with this desk, which is for a demonstration.</Trans>
        </Status>
      )
    case 'relied-on':
      return (
        <Status kind="usable">
          <Trans>
            Not compared by this desk. It is believed because {standing.because}, whose seal was
            compared, signed for it.
          </Trans>
        </Status>
      )
  }
}

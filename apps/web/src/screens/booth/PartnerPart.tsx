import { Trans } from '@lingui/react/macro'
import { ArrowLeftRight } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Status } from '../../components/Status.tsx'
import type { BoothGesture } from '../../model/booth/boothEvent.ts'
import type { BoothView, HandOverView } from '../../model/booth/boothView.ts'
import type { Partner } from '../../model/booth/partners.ts'
import { Key } from './Key.tsx'
import { KEYS } from './keys.ts'
import { Tongue } from './Tongue.tsx'
import { Turn } from './Turn.tsx'

/** Who shares the booth, how long the turn is, and the hand-over. */
export function PartnerPart({
  view: { partner, others, turn, handOver, nowMs },
  send,
}: {
  view: BoothView
  send: (gesture: BoothGesture) => void
}): ReactNode {
  return (
    <>
      {partner ? (
        <OnePartner partner={partner} />
      ) : (
        <p className="small muted">
          <Trans>No seat of your side shares a language with yours.</Trans>
        </p>
      )}
      {others.map((other) => (
        <OnePartner key={other.seat} partner={other} />
      ))}
      {turn && <Turn turn={turn} nowMs={nowMs} />}
      {handOver && <HandOver handOver={handOver} send={send} />}
    </>
  )
}

function OnePartner({ partner }: { partner: Partner }): ReactNode {
  return (
    <div className="booth__partner">
      <span className="booth__face" aria-hidden>
        <bdi>{partner.initials}</bdi>
      </span>
      <div>
        <b>
          <bdi>{partner.name}</bdi>
        </b>
        <PartnerStatus partner={partner} />
      </div>
    </div>
  )
}

function PartnerStatus({ partner: { is, into, listens } }: { partner: Partner }): ReactNode {
  switch (is) {
    case 'on-air':
      return (
        <Status kind="good">
          {into === undefined ? (
            <Trans>On air</Trans>
          ) : (
            <Trans>
              On air into <Tongue of={into} />
            </Trans>
          )}
        </Status>
      )
    case 'ready':
      return (
        <Status kind="good">
          {listens ? (
            <Trans>
              Ready, listens to <Tongue of={listens.language} />
            </Trans>
          ) : (
            <Trans>Ready, listens to the floor</Trans>
          )}
        </Status>
      )
    case 'coming-back':
      return (
        <Status kind="awaited">
          <Trans>Coming back</Trans>
        </Status>
      )
    case 'not-in':
      return (
        <Status kind="awaited">
          <Trans>Not in</Trans>
        </Status>
      )
  }
}

function HandOver({
  handOver,
  send,
}: {
  handOver: NonNullable<HandOverView>
  send: (gesture: BoothGesture) => void
}): ReactNode {
  const { name } = handOver.is === 'take' ? handOver.from : handOver.to
  return (
    <div className="booth__hand-over">
      {handOver.is === 'take' && handOver.isOffered && (
        <p role="status" className="booth__offered">
          <Trans>{name} hands over to you.</Trans>
        </p>
      )}
      <Button
        className={`btn btn--large btn--wide ${handOver.is === 'offered' ? '' : 'btn--primary'}`}
        aria-keyshortcuts={KEYS.handOver}
        onPress={() => send({ type: 'hand-over-pressed' })}
      >
        <ArrowLeftRight className="icon" aria-hidden />
        <span>
          <HandOverWords handOver={handOver} name={name} />
        </span>
        <Key>{KEYS.handOver}</Key>
      </Button>
      <p className="caption">
        <WhatFollows handOver={handOver} />
      </p>
    </div>
  )
}

function HandOverWords({
  handOver,
  name,
}: {
  handOver: NonNullable<HandOverView>
  name: string
}): ReactNode {
  switch (handOver.is) {
    case 'offer':
      return <Trans>Hand over to {name}</Trans>
    case 'offered':
      return <Trans>Offered to {name}</Trans>
    case 'take':
      return handOver.isOffered ? (
        <Trans>Take the microphone</Trans>
      ) : (
        <Trans>Take over from {name}</Trans>
      )
  }
}

function WhatFollows({ handOver }: { handOver: NonNullable<HandOverView> }): ReactNode {
  switch (handOver.is) {
    case 'offer':
      return <Trans>You stay on air until your partner has opened the microphone.</Trans>
    case 'offered':
      return <Trans>You are still on air. Press again to keep the microphone.</Trans>
    case 'take':
      return <Trans>Your microphone opens, and your partner’s closes.</Trans>
  }
}

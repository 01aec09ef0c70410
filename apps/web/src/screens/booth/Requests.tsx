import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { RequestKind } from '@parley/call'
import {
  CheckCheck,
  CircleAlert,
  EarOff,
  Hash,
  Hourglass,
  Snail,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { BoothGesture } from '../../model/booth/boothEvent.ts'
import type { BoothView } from '../../model/booth/boothView.ts'
import type { RequestRow } from '../../model/booth/requestRows.ts'
import { useTime } from '../call/useTime.ts'
import { Key } from './Key.tsx'
import { REQUEST_KEYS } from './keys.ts'

/** What can be asked of whoever speaks, as the buttons have it. */
const REQUESTS: Readonly<Record<RequestKind, { words: MessageDescriptor; icon: LucideIcon }>> = {
  slower: { words: msg`Slower, please`, icon: Snail },
  'unfit-sound': { words: msg`Sound not fit to interpret`, icon: EarOff },
  'repeat-number': { words: msg`Repeat the number`, icon: Hash },
}

const KINDS = Object.keys(REQUESTS) as readonly RequestKind[]

/** What one asks of whoever speaks, and what became of it. */
export function Requests({
  view: { asks, requests },
  send,
}: {
  view: BoothView
  send: (gesture: BoothGesture) => void
}): ReactNode {
  const { t } = useLingui()
  const name = asks?.name
  return (
    <>
      <h2>{name === undefined ? <Trans>Ask whoever speaks</Trans> : <Trans>Ask {name}</Trans>}</h2>
      <div className="booth__requests">
        {KINDS.map((what) => {
          const { words, icon: Icon } = REQUESTS[what]
          return (
            <Button
              key={what}
              className="btn"
              isDisabled={asks === undefined}
              aria-keyshortcuts={REQUEST_KEYS[what]}
              onPress={() => send({ type: 'asked', what })}
            >
              <Icon className="icon" aria-hidden />
              <span>{t(words)}</span>
              <Key>{REQUEST_KEYS[what]}</Key>
            </Button>
          )
        })}
      </div>
      <div className="booth__became" role="log" aria-label={t`What became of it`}>
        {requests.map((row) => (
          <WhatBecame key={row.id} row={row} />
        ))}
      </div>
    </>
  )
}

const BECAME: Readonly<Record<RequestRow['is'], LucideIcon>> = {
  'on-its-way': Hourglass,
  said: Hourglass,
  seen: CheckCheck,
  'not-said': CircleAlert,
}

function WhatBecame({ row }: { row: RequestRow }): ReactNode {
  const { t } = useLingui()
  const time = useTime()
  const Icon = BECAME[row.is]
  const asked = t(REQUESTS[row.what].words)
  const at = time(row.atMs)
  return (
    <p className="booth__seen small">
      <Icon className="icon" aria-hidden />
      <span>
        <Trans>
          “{asked}” at {at}.
        </Trans>{' '}
        <Became row={row} />
      </span>
    </p>
  )
}

function Became({ row: { is, name } }: { row: RequestRow }): ReactNode {
  switch (is) {
    case 'seen':
      return <Trans>On the screen of {name}, seen.</Trans>
    case 'said':
      return <Trans>Sent to {name}, not seen yet.</Trans>
    case 'on-its-way':
      return <Trans>On its way.</Trans>
    case 'not-said':
      return <Trans>It was not sent.</Trans>
  }
}

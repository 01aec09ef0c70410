import { Trans } from '@lingui/react/macro'
import { LoaderCircle, ShieldCheck, ShieldX } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Brand } from '../../components/Brand.tsx'
import { ThemeSwitch } from '../../components/ThemeSwitch.tsx'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { CallView, Listed } from '../../model/callView.ts'
import { Agenda } from './AgendaOnDemand.tsx'
import { DisplaySwitch } from './DisplaySwitch.tsx'
import { useTime } from './useTime.ts'

/** The time, what is spoken about, and whether everyone here is agreed. */
export function CallHead({
  view,
  send,
  children,
}: {
  view: CallView
  send: (event: CallScreenEvent) => void
  /** Stands before what is at its end. */
  children?: ReactNode
}): ReactNode {
  const time = useTime()
  const { title, agenda, agendaIs, minuteMs, listed, display, otherDisplay } = view
  return (
    <header className="call__head">
      <Brand />
      <div className="call__title" data-agenda={agendaIs === 'agreed' || undefined}>
        <span className="num muted">{time(minuteMs)}</span>
        <h1>
          <bdi>{agenda?.now?.title ?? title}</bdi>
        </h1>
        <Agenda place="head" view={view} send={send} />
      </div>
      {children}
      <Button
        className="call__listed"
        isDisabled={listed.is === 'coming-in'}
        onPress={() => send({ type: 'dialog-opened', dialog: 'call-code' })}
      >
        <ListedWords listed={listed} />
      </Button>
      <DisplaySwitch display={display} other={otherDisplay} send={send} />
      {display !== 'room' && <ThemeSwitch />}
    </header>
  )
}

function ListedWords({ listed }: { listed: Listed }): ReactNode {
  switch (listed.is) {
    case 'coming-in':
      return (
        <>
          <LoaderCircle className="icon" aria-hidden />
          <span className="call__words">
            <Trans>Going in</Trans>
          </span>
        </>
      )
    case 'held':
      return (
        <>
          <ShieldX className="icon" aria-hidden />
          <span className="call__words">
            <Trans>Not everyone here is on the agreed list: nothing is sent</Trans>
          </span>
        </>
      )
    case 'agreed':
      return (
        <>
          <ShieldCheck className="icon" aria-hidden />
          <span className="call__words">
            <Trans>Everyone here is on the agreed list.</Trans>{' '}
            {listed.code && (
              <Trans>
                Code <span className="code">{listed.code.slice(0, 5)}…</span>
              </Trans>
            )}
          </span>
        </>
      )
  }
}

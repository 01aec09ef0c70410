import { Trans, useLingui } from '@lingui/react/macro'
import { Lock, LockOpen, Undo2 } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { AgendaView } from '../../model/agenda/agendaView.ts'
import type { CallScreenEvent } from '../../model/callEvent.ts'

/** The agreed agenda. Whoever may say at which item the talks are says it here, and takes it back. */
export function AgendaChoice({
  agenda: { items, now, back, mayMove },
  send,
}: {
  agenda: AgendaView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const { t } = useLingui()
  return (
    <>
      <div
        className="agenda-items"
        role={mayMove ? 'radiogroup' : 'list'}
        aria-label={t`The talks are at`}
      >
        {items.map((item) =>
          mayMove ? (
            <label key={item.part} className="choice choice--card">
              <input
                type="radio"
                name="agenda-item"
                checked={item.isNow}
                onChange={() => send({ type: 'agenda-item-chosen', part: item.part })}
              />
              <Item item={item} />
            </label>
          ) : (
            <div
              key={item.part}
              role="listitem"
              className="agenda-items__one"
              aria-current={item.isNow ? 'step' : undefined}
            >
              <Item item={item} />
            </div>
          ),
        )}
      </div>
      <p className="small muted">
        {now?.by && (now.by.isYou ? <Trans>You said so.</Trans> : <SaidBy name={now.by.name} />)}{' '}
        {mayMove && <Trans>What you choose is shown to everybody, with your name.</Trans>}
      </p>
      {back && (
        <p>
          <Button className="btn" onPress={() => send({ type: 'agenda-taken-back' })}>
            <Undo2 className="icon" aria-hidden />
            <span>
              <Trans>Back to {back.title}</Trans>
            </span>
          </Button>
        </p>
      )}
    </>
  )
}

function SaidBy({ name }: { name: string }): ReactNode {
  return <Trans>{name} said so.</Trans>
}

function Item({
  item: { part, title, minutes, open },
}: {
  item: AgendaView['items'][number]
}): ReactNode {
  return (
    <span className="agenda-items__words">
      <span className="num muted">{part}</span>
      <span>
        <b>
          <bdi>{title}</bdi>
        </b>
        <span className="caption">
          {open ? <LockOpen className="icon" aria-hidden /> : <Lock className="icon" aria-hidden />}{' '}
          {open ? (
            <Trans>Open part, {minutes} min</Trans>
          ) : (
            <Trans>Closed part, {minutes} min</Trans>
          )}
        </span>
      </span>
    </span>
  )
}

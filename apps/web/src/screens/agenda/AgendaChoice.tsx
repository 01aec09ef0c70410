import { Trans, useLingui } from '@lingui/react/macro'
import { Lock, LockOpen } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { PartsView } from '../../model/agenda/partsView.ts'
import type { PartEvent } from '../../model/agenda/partEvent.ts'

type Item = PartsView['items'][number]

/** Past the last part. */
const END = 'end'

/** The agreed agenda. Whoever speaks for a side proposes here where the talks are to go, and closes what is open. */
export function AgendaChoice({
  view: { items, phase, mayMove, mayClose },
  onDone,
  send,
}: {
  view: Pick<PartsView, 'items' | 'phase' | 'mayMove' | 'mayClose'>
  /** Something was said: what comes of it stands elsewhere. */
  onDone: () => void
  send: (event: PartEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const [chosen, setChosen] = useState<number | typeof END | undefined>(undefined)
  const here = phase === 'over' ? END : items.find(({ isNow }) => isNow)?.part
  const isElsewhere = chosen !== undefined && chosen !== here
  const propose = (): void => {
    if (chosen === undefined) return
    send({ type: 'agenda-part-proposed', item: chosen === END ? null : chosen })
    setChosen(undefined)
    onDone()
  }
  if (!mayMove)
    return (
      <div className="agenda-items" role="list" aria-label={t`Agenda`}>
        {items.map((item) => (
          <div
            key={item.part}
            role="listitem"
            className="agenda-items__one"
            aria-current={item.isNow ? 'step' : undefined}
          >
            <ItemWords item={item} />
          </div>
        ))}
      </div>
    )
  const choice = (of: number | typeof END, words: ReactNode): ReactNode => (
    <label key={of} className="choice choice--card" aria-current={here === of ? 'step' : undefined}>
      <input
        type="radio"
        name="agenda-item"
        checked={(chosen ?? here) === of}
        onChange={() => setChosen(of)}
      />
      {words}
    </label>
  )
  return (
    <>
      <div className="agenda-items" role="radiogroup" aria-label={t`Agenda`}>
        {items.map((item) => choice(item.part, <ItemWords item={item} />))}
        {phase !== 'not-begun' && choice(END, <EndWords />)}
      </div>
      <p className="small muted">
        <Trans>
          What you propose begins once every side has agreed. An open part is open once: whoever
          comes back to it finds it closed.
        </Trans>
      </p>
      <div className="row row--wrap">
        <Button className="btn btn--primary" isDisabled={!isElsewhere} onPress={propose}>
          <Trans>Propose</Trans>
        </Button>
        {mayClose && (
          <Button className="btn" onPress={() => send({ type: 'agenda-part-closed' })}>
            <Lock className="icon" aria-hidden />
            <Trans>Close this part now</Trans>
          </Button>
        )}
      </div>
    </>
  )
}

function ItemWords({
  item: { part, title, minutes, open, isNow, leadsToOpen },
}: {
  item: Item
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
          {open && !isNow && !leadsToOpen && (
            <>
              {'. '}
              <Trans>It is over: from now on it is closed.</Trans>
            </>
          )}
        </span>
      </span>
    </span>
  )
}

function EndWords(): ReactNode {
  return (
    <span className="agenda-items__words">
      <span />
      <span>
        <b>
          <Trans>After the last part</Trans>
        </b>
        <span className="caption">
          <Trans>The agenda is over.</Trans>
        </span>
      </span>
    </span>
  )
}

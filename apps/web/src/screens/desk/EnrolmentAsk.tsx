import { Trans, useLingui } from '@lingui/react/macro'
import { Check, X } from 'lucide-react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { ROLES } from '../../language/roles.ts'
import type { DeskEvent, EnrolmentCard } from '../../model/desk/deskView.ts'

/** A device asks for its pass. The officer types what its holder reads; this desk does not show it. */
export function EnrolmentAsk({
  card,
  send,
}: {
  card: EnrolmentCard
  send: (event: DeskEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const [code, setCode] = useState('')
  const digits = code.replaceAll(/\D/g, '')
  const { enrolment, name } = card
  const role = t(ROLES[card.role])

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (digits.length === 6) send({ type: 'code-typed', enrolment, code: digits })
  }

  return (
    <form className="panel ask-card" aria-labelledby={`ask-${enrolment}`} onSubmit={submit}>
      <div>
        <p className="caption">
          {card.isForAide ? (
            <Trans>An aide’s console asks for its pass</Trans>
          ) : (
            <Trans>A device asks for its pass</Trans>
          )}
        </p>
        <h2 id={`ask-${enrolment}`}>
          {card.isForAide ? (
            <Trans>For the display of {name}</Trans>
          ) : (
            <Trans>
              {name}, {role}
            </Trans>
          )}
        </h2>
      </div>
      <div className="ask-card__row">
        <label className="field">
          <span className="label">
            {card.isForAide ? (
              <Trans>Six digits that the aide reads to you</Trans>
            ) : (
              <Trans>Six digits that {name} reads to you</Trans>
            )}
          </span>
          <input
            className="input code devcode"
            inputMode="numeric"
            autoComplete="off"
            maxLength={7}
            value={code}
            onChange={(event) => setCode(event.target.value)}
          />
        </label>
        <p className="small muted">
          <Trans>
            Ring them on a number you know. Type the six digits that they read to you from their own
            screen. This desk does not show them. A wrong code ends the request.
          </Trans>
        </p>
      </div>
      <div className="dialog__acts">
        <Button
          type="submit"
          className="btn btn--primary"
          isDisabled={digits.length !== 6 || card.state !== 'revealed'}
        >
          <Check className="icon" aria-hidden="true" />
          <Trans>Give the pass</Trans>
        </Button>
        <Button
          className="btn btn--danger"
          onPress={() => send({ type: 'enrolment-refused', enrolment })}
        >
          <X className="icon" aria-hidden="true" />
          <Trans>Refuse</Trans>
        </Button>
      </div>
    </form>
  )
}

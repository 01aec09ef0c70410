import { Trans, useLingui } from '@lingui/react/macro'
import type { Companion } from '@parley/call'
import { useId, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { companionWords, readCompany, writeCompany } from '../../model/company.ts'

/** Who is in the room with whoever sits here. Nothing is said before it is declared. */
export function CompanyFields({
  company,
  allowed,
  onDeclare,
}: {
  /** As declared last. */
  company: readonly Companion[] | undefined
  /** What the plan says of it; empty where it says nothing. */
  allowed: string
  onDeclare: (company: readonly Companion[]) => void
}): ReactNode {
  const { t } = useLingui()
  const [isAlone, setIsAlone] = useState(company?.length === 0)
  const [text, setText] = useState(writeCompany(company ?? []))
  const field = useId()
  const people = readCompany(text)
  const isNobodyNamed = !isAlone && people.length === 0
  return (
    <form
      className="stack company"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isNobodyNamed) onDeclare(isAlone ? [] : people)
      }}
    >
      {allowed !== '' && (
        <p className="small">
          <Trans>The plan says: {allowed}</Trans>
        </p>
      )}
      <div className="stack" role="radiogroup" aria-label={t`In the room with you`}>
        <label className="choice">
          <input type="radio" checked={isAlone} onChange={() => setIsAlone(true)} />
          <span>
            <Trans>Nobody else</Trans>
          </span>
        </label>
        <label className="choice">
          <input type="radio" checked={!isAlone} onChange={() => setIsAlone(false)} />
          <span>
            <Trans>These people</Trans>
          </span>
        </label>
      </div>
      {!isAlone && (
        <div className="field">
          <label htmlFor={field}>
            <Trans>One person a line: name, and what they are there for</Trans>
          </label>
          <textarea
            id={field}
            className="input"
            dir="auto"
            rows={3}
            value={text}
            placeholder={t`Aita Caviezel, security`}
            onChange={({ target }) => setText(target.value)}
          />
          <ol className="company__read small">
            {people.map((one) => (
              <li key={companionWords(one)}>
                <bdi>{companionWords(one)}</bdi>
              </li>
            ))}
          </ol>
        </div>
      )}
      <Button className="btn btn--primary" type="submit" isDisabled={isNobodyNamed}>
        <Trans>Declare to everyone</Trans>
      </Button>
    </form>
  )
}

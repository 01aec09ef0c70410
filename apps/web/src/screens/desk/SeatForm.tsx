import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Field } from '../../components/Field.tsx'
import { ROLE_ORDER, ROLES } from '../../language/roles.ts'
import type { NewSeat } from '../../model/desk/deskView.ts'
import { languageName } from './languageNames.ts'

/** Adds one person to a delegation. */
export function SeatForm({
  languages,
  onAdd,
}: {
  /** Those to choose from; the first is chosen until the officer chooses another. */
  languages: readonly string[]
  onAdd: (seat: NewSeat) => void
}): ReactNode {
  const { t, i18n } = useLingui()
  const [language, setLanguage] = useState<string>()
  const spoken = language ?? languages[0] ?? 'en'
  const empty: Omit<NewSeat, 'languages'> = { name: '', office: '', role: 'principal' }
  const [seat, setSeat] = useState(empty)
  const [isMissing, setIsMissing] = useState(false)

  function submit(event: FormEvent): void {
    event.preventDefault()
    const name = seat.name.trim()
    setIsMissing(name === '')
    if (name === '') return
    onAdd({ ...seat, name, office: seat.office.trim(), languages: [spoken] })
    setSeat(empty)
  }

  return (
    <form className="seat-form" onSubmit={submit} aria-label={t`Add a seat`}>
      <Field
        label={t`Name`}
        value={seat.name}
        onChange={(name) => setSeat({ ...seat, name })}
        error={isMissing ? t`A seat needs a name.` : undefined}
      />
      <Field
        label={t`Office`}
        value={seat.office}
        onChange={(office) => setSeat({ ...seat, office })}
      />
      <label className="field">
        <span className="label">
          <Trans>Role</Trans>
        </span>
        <select
          className="input"
          value={seat.role}
          onChange={(event) =>
            setSeat({
              ...seat,
              role: ROLE_ORDER.find((role) => role === event.target.value) ?? 'adviser',
            })
          }
        >
          {ROLE_ORDER.map((role) => (
            <option key={role} value={role}>
              {t(ROLES[role])}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span className="label">
          <Trans>Language</Trans>
        </span>
        <select
          className="input"
          value={spoken}
          onChange={(event) => setLanguage(event.target.value)}
        >
          {[...new Set([...languages, spoken])].map((code) => (
            <option key={code} value={code} dir="auto">
              {languageName(code, i18n.locale)}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit" className="btn btn--primary">
        <Trans>Add a seat</Trans>
      </Button>
    </form>
  )
}

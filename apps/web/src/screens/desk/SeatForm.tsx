import { Trans, useLingui } from '@lingui/react/macro'
import { Plus } from 'lucide-react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { Role } from '@parley/seal'
import { Field } from '../../components/Field.tsx'
import { ROLE_ORDER, ROLES } from '../../language/roles.ts'
import type { NewSeat } from '../../model/desk/deskView.ts'
import { isPrivateRole } from '../../model/desk/seatChanges.ts'
import { languageName } from './languageNames.ts'

/** The role stays as offered until the officer chooses one. */
const EMPTY: {
  name: string
  office: string
  role: Role | undefined
  isPrivate: boolean | undefined
  records: boolean
} = { name: '', office: '', role: undefined, isPrivate: undefined, records: false }

/** Adds one person to a delegation. */
export function SeatForm({
  languages,
  role,
  mayRecord,
  onAdd,
  children,
}: {
  /** Those to choose from; the first is chosen until the officer chooses another. */
  languages: readonly string[]
  /** The one to offer. */
  role: Role
  /** Whether the agreed plan has open parts recorded. */
  mayRecord: boolean
  onAdd: (seat: NewSeat) => void
  /** Other ways to add people. */
  children?: ReactNode
}): ReactNode {
  const { t, i18n } = useLingui()
  const [language, setLanguage] = useState<string>()
  const spoken = language ?? languages[0] ?? 'en'
  const [seat, setSeat] = useState(EMPTY)
  const chosen = seat.role ?? role
  const isPrivate = seat.isPrivate ?? isPrivateRole(chosen)
  const [isMissing, setIsMissing] = useState(false)

  function submit(event: FormEvent): void {
    event.preventDefault()
    const name = seat.name.trim()
    setIsMissing(name === '')
    if (name === '') return
    const { office, records } = seat
    onAdd({ name, office: office.trim(), role: chosen, languages: [spoken], isPrivate, records })
    setSeat(EMPTY)
  }

  return (
    <form className="seat-form" onSubmit={submit} noValidate aria-label={t`Add a seat`}>
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
          value={chosen}
          onChange={(event) =>
            setSeat({
              ...seat,
              role: ROLE_ORDER.find((one) => one === event.target.value),
            })
          }
        >
          {ROLE_ORDER.map((one) => (
            <option key={one} value={one}>
              {t(ROLES[one])}
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
      <label className="choice seat-form__private">
        <input
          type="checkbox"
          checked={isPrivate}
          onChange={(event) => setSeat({ ...seat, isPrivate: event.target.checked })}
        />
        <span>
          <Trans>Cleared for our private room</Trans>
        </span>
      </label>
      {mayRecord && (
        <label className="choice seat-form__private">
          <input
            type="checkbox"
            checked={seat.records}
            onChange={(event) => setSeat({ ...seat, records: event.target.checked })}
          />
          <span>
            <Trans>Records the open parts</Trans>
          </span>
        </label>
      )}
      <div className="seat-form__acts">
        <Button type="submit" className="btn">
          <Plus className="icon" aria-hidden="true" />
          <Trans>Add a seat</Trans>
        </Button>
        {children}
      </div>
    </form>
  )
}

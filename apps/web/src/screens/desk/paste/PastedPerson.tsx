import { useLingui } from '@lingui/react/macro'
import { X } from 'lucide-react'
import { useId, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { ROLE_ORDER, ROLES } from '../../../language/roles.ts'
import type { SeatDraft, SeatProblem } from '../../../model/desk/seatDraft.ts'
import { languageNames } from '../languageNames.ts'
import { SeatProblemWords } from './SeatProblemWords.tsx'

/** One person of a pasted list: what was read, what is wrong with it, and fields to correct it in. */
export function PastedPerson({
  draft,
  problems,
  languages,
  onChange,
  onLeaveOut,
}: {
  draft: SeatDraft
  problems: readonly SeatProblem[]
  /** What may be spoken here. */
  languages: readonly string[]
  onChange: (part: Partial<SeatDraft>) => void
  onLeaveOut: () => void
}): ReactNode {
  const { t, i18n } = useLingui()
  const id = useId()
  const said = problems.length > 0 ? id : undefined
  const { line, name } = draft
  const isWrong = (...some: SeatProblem[]) => some.some((one) => problems.includes(one))
  const spoken = draft.languages.join()
  const choices = [...new Set([spoken, ...languages].filter((codes) => codes !== ''))]
  return (
    <>
      <tr>
        <td>
          <input
            className="input"
            aria-label={t`Name, line ${line}`}
            aria-describedby={said}
            aria-invalid={isWrong('no-name', 'bad-name')}
            value={name}
            onChange={(event) => onChange({ name: event.target.value })}
          />
        </td>
        <td>
          <input
            className="input"
            aria-label={t`Office, line ${line}`}
            aria-describedby={said}
            aria-invalid={isWrong('bad-office')}
            value={draft.office}
            onChange={(event) => onChange({ office: event.target.value })}
          />
        </td>
        <td>
          <select
            className="input"
            aria-label={t`Role, line ${line}`}
            aria-describedby={said}
            aria-invalid={isWrong('unknown-role')}
            value={draft.role ?? ''}
            onChange={(event) => {
              const role = ROLE_ORDER.find((one) => one === event.target.value)
              if (role) onChange({ role })
            }}
          >
            {draft.role ? null : <option value="">{t`Choose`}</option>}
            {ROLE_ORDER.map((role) => (
              <option key={role} value={role}>
                {t(ROLES[role])}
              </option>
            ))}
          </select>
        </td>
        <td>
          <select
            className="input"
            aria-label={t`Language, line ${line}`}
            aria-describedby={said}
            aria-invalid={isWrong('unknown-language')}
            value={spoken}
            onChange={(event) => onChange({ languages: event.target.value.split(',') })}
          >
            {spoken === '' ? <option value="">{t`Choose`}</option> : null}
            {choices.map((codes) => (
              <option key={codes} value={codes} dir="auto">
                {languageNames(codes.split(','), i18n.locale)}
              </option>
            ))}
          </select>
        </td>
        <td>
          <Button
            className="btn btn--quiet btn--icon"
            aria-label={name === '' ? t`Leave out line ${line}` : t`Leave out ${name}`}
            onPress={onLeaveOut}
          >
            <X className="icon" aria-hidden="true" />
          </Button>
        </td>
      </tr>
      {problems.length > 0 ? (
        <tr className="pasted__said">
          <td colSpan={5} id={id}>
            {problems.map((problem) => (
              <SeatProblemWords key={problem} draft={draft} problem={problem} />
            ))}
          </td>
        </tr>
      ) : null}
    </>
  )
}

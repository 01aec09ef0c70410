import { Trans, useLingui } from '@lingui/react/macro'
import { useId, type ReactNode } from 'react'
import type { ReadoutsView, TranslationRow } from '../../../model/release/readouts/readoutsView.ts'
import type { ReadoutsProps } from './parts.ts'

type Person = { name: string; office: string }

/** Says whose translation it is, and who read it beside the original. */
export function WhoTranslated({
  view,
  translation: { language, by, checkedBy },
  send,
}: { translation: TranslationRow } & Pick<ReadoutsProps, 'view' | 'send'>): ReactNode {
  const { t } = useLingui()
  return (
    <div className="fields">
      <PersonField
        label={t`Translated by`}
        people={view.people}
        chosen={by.is === 'seat' ? by : null}
        nobody={
          by.is === 'machine' ? t`A machine: ${by.name} ${by.version}` : t`Nobody that is named yet`
        }
        onChoose={(person) =>
          person &&
          send({
            type: 'translation-by',
            language,
            by: { is: 'seat', name: person.name, office: person.office },
          })
        }
      />
      <PersonField
        label={t`Checked by`}
        people={view.people}
        chosen={checkedBy}
        nobody={t`Nobody`}
        hint={<Trans>A change of the translation takes this away.</Trans>}
        onChoose={(person) =>
          send({
            type: 'translation-checked',
            language,
            by: person && { name: person.name, office: person.office },
          })
        }
      />
    </div>
  )
}

function PersonField({
  label,
  people,
  chosen,
  nobody,
  hint,
  onChoose,
}: {
  label: string
  people: ReadoutsView['people']
  chosen: Person | null
  nobody: string
  hint?: ReactNode
  onChoose: (person: Person | null) => void
}): ReactNode {
  const id = useId()
  const found = people.find((one) => isSame(one, chosen))
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={found?.seat ?? ''}
        aria-describedby={hint === undefined ? undefined : `${id}-hint`}
        onChange={({ target }) =>
          onChoose(people.find(({ seat }) => seat === target.value) ?? null)
        }
      >
        <option value="">{chosen && !found && chosen.name !== '' ? chosen.name : nobody}</option>
        {people.map(({ seat, name, office }) => (
          <option key={seat} value={seat} dir="auto">
            {office === '' ? name : `${name}, ${office}`}
          </option>
        ))}
      </select>
      {hint === undefined ? null : (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

function isSame(a: Person, b: Person | null): boolean {
  return a.name === b?.name && a.office === b.office
}

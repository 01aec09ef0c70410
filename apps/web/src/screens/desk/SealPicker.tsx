import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState, type ReactNode } from 'react'
import { Field } from '../../components/Field.tsx'
import { FileField } from '../../components/FileField.tsx'
import type { KeptSealView } from '../../model/desk/invitationView.ts'
import type { SealChoice } from '../../model/desk/sealChoice.ts'

/** The seal to sign with: a new one, one that this browser keeps, or one from its backup. */
export function SealPicker({
  seals,
  choice,
  onChange,
}: {
  seals: readonly KeptSealView[]
  choice: SealChoice
  onChange: (choice: SealChoice) => void
}): ReactNode {
  const { t } = useLingui()
  const name = useId()
  const [backup, setBackup] = useState({ file: '', passphrase: '' })
  const restore = (part: Partial<typeof backup>) => {
    const next = { ...backup, ...part }
    setBackup(next)
    onChange({ from: 'backup', ...next })
  }
  return (
    <fieldset className="stack">
      <legend>
        <Trans>Seal of your side</Trans>
      </legend>
      <label className="choice choice--card">
        <input
          type="radio"
          name={name}
          checked={choice.from === 'new'}
          onChange={() => onChange({ from: 'new' })}
        />
        <span>
          <Trans>Make a new seal</Trans>
          <span className="caption">
            <Trans>Its code has to be compared by phone with every other side.</Trans>
          </span>
        </span>
      </label>
      {seals.map((seal) => (
        <label key={seal.key} className="choice choice--card">
          <input
            type="radio"
            name={name}
            checked={choice.from === 'kept' && choice.key === seal.key}
            onChange={() => onChange({ from: 'kept', key: seal.key })}
          />
          <span>
            <Trans>Use the seal of {seal.name}</Trans>
            <span className="caption">
              <Trans>This browser keeps it.</Trans>
            </span>
          </span>
        </label>
      ))}
      <label className="choice choice--card">
        <input
          type="radio"
          name={name}
          checked={choice.from === 'backup'}
          onChange={() => onChange({ from: 'backup', ...backup })}
        />
        <span>
          <Trans>Restore a seal from its file</Trans>
        </span>
      </label>
      {choice.from === 'backup' ? (
        <>
          <FileField label={t`File of the seal`} onRead={(file) => restore({ file })} />
          <Field
            type="password"
            label={t`Passphrase of the file`}
            value={backup.passphrase}
            onChange={(passphrase) => restore({ passphrase })}
          />
        </>
      ) : null}
    </fieldset>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useId, useState, type ReactNode } from 'react'
import { ChoiceCard } from '../../components/ChoiceCard.tsx'
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
      <ChoiceCard
        name={name}
        isChosen={choice.from === 'new'}
        onChoose={() => onChange({ from: 'new' })}
        caption={<Trans>Its code has to be compared by phone with every other side.</Trans>}
      >
        <Trans>Make a new seal</Trans>
      </ChoiceCard>
      {seals.map((seal) => (
        <ChoiceCard
          key={seal.key}
          name={name}
          isChosen={choice.from === 'kept' && choice.key === seal.key}
          onChoose={() => onChange({ from: 'kept', key: seal.key })}
          caption={<Trans>This browser keeps it.</Trans>}
        >
          <Trans>Use the seal of {seal.name}</Trans>
        </ChoiceCard>
      ))}
      <ChoiceCard
        name={name}
        isChosen={choice.from === 'backup'}
        onChoose={() => onChange({ from: 'backup', ...backup })}
      >
        <Trans>Restore a seal from its file</Trans>
      </ChoiceCard>
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

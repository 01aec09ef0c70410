import { Trans, useLingui } from '@lingui/react/macro'
import { Plus, Trash2, Undo2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Field } from '../../components/Field.tsx'
import type { DraftPart } from '../../model/desk/planDraft.ts'

/** The agenda while it is written, part by part. */
export function AgendaFields({
  parts,
  error,
  onChange,
}: {
  parts: readonly DraftPart[]
  error: string | null
  onChange: (parts: readonly DraftPart[]) => void
}): ReactNode {
  const { t } = useLingui()
  const [removed, setRemoved] = useState<{ part: DraftPart; at: number }>()
  const change = (key: number, changed: Partial<DraftPart>) =>
    onChange(parts.map((part) => (part.key === key ? { ...part, ...changed } : part)))
  return (
    <fieldset className="stack">
      <legend>
        <Trans>Agenda</Trans>
      </legend>
      {parts.map((part, index) => (
        <div className="part" key={part.key}>
          <Field
            label={t`Item ${index + 1}`}
            value={part.title}
            onChange={(title) => change(part.key, { title })}
          />
          <Field
            label={t`Minutes of item ${index + 1}`}
            type="number"
            value={String(part.minutes)}
            onChange={(minutes) => change(part.key, { minutes: Math.trunc(Number(minutes)) })}
          />
          <label className="choice">
            <input
              type="checkbox"
              checked={part.open}
              onChange={(event) => change(part.key, { open: event.target.checked })}
            />
            <span>
              <Trans>Open part</Trans>
              <span className="caption">
                <Trans>May be released, if both sides sign.</Trans>
              </span>
            </span>
          </label>
          <Button
            className="btn btn--quiet btn--icon"
            aria-label={t`Remove item ${index + 1}`}
            onPress={() => {
              setRemoved({ part, at: index })
              onChange(parts.filter(({ key }) => key !== part.key))
            }}
          >
            <Trash2 className="icon" aria-hidden="true" />
          </Button>
        </div>
      ))}
      {removed ? (
        <p className="row row--wrap small" role="status">
          <Trans>“{removed.part.title}” was taken out.</Trans>
          <Button
            className="btn"
            onPress={() => {
              onChange(parts.toSpliced(removed.at, 0, removed.part))
              setRemoved(undefined)
            }}
          >
            <Undo2 className="icon" aria-hidden="true" />
            <Trans>Undo</Trans>
          </Button>
        </p>
      ) : null}
      {error ? <p className="field__error">{error}</p> : null}
      <p>
        <Button
          className="btn"
          onPress={() => {
            const key = Math.max(removed?.part.key ?? 0, ...parts.map((part) => part.key)) + 1
            onChange([...parts, { key, title: '', minutes: 15, open: false }])
          }}
        >
          <Plus className="icon" aria-hidden="true" />
          <Trans>Add an item</Trans>
        </Button>
      </p>
    </fieldset>
  )
}

import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Plus, Trash2 } from 'lucide-react'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Field } from '../../components/Field.tsx'
import type { KeptSealView } from '../../model/desk/invitationView.ts'
import type { SealChoice } from '../../model/desk/sealChoice.ts'
import { SealPicker } from './SealPicker.tsx'
import {
  problemsOf,
  type DraftPart,
  type DraftProblem,
  type PlanDraft,
} from '../../model/desk/planDraft.ts'

/** Writes a plan: what is talked about, when, and between whom. */
export function PlanForm({
  initial,
  seals,
  isMaking,
  onDone,
}: {
  initial: PlanDraft
  seals: readonly KeptSealView[]
  isMaking: boolean
  onDone: (draft: PlanDraft, choice: SealChoice) => void
}): ReactNode {
  const { t } = useLingui()
  const [draft, setDraft] = useState(initial)
  const [choice, setChoice] = useState<SealChoice>({ from: 'new' })
  const [isTried, setIsTried] = useState(false)
  const problems = isTried ? problemsOf(draft) : []
  const change = (part: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...part }))
  const missing = (problem: DraftProblem) =>
    problems.includes(problem) ? t`This is needed.` : null

  function submit(event: FormEvent): void {
    event.preventDefault()
    setIsTried(true)
    if (problemsOf(draft).length === 0) onDone(draft, choice)
  }

  return (
    <form className="panel doc" onSubmit={submit} noValidate>
      <div className="doc__head">
        <h1>
          <Trans>Plan of the call</Trans>
        </h1>
      </div>
      <div className="fields">
        <Field
          label={t`Your side`}
          hint={t`As the other side will read it, such as “Switzerland”.`}
          value={draft.sideName}
          onChange={(sideName) => change({ sideName })}
          error={missing('sideName')}
        />
        <Field
          label={t`The other side`}
          value={draft.otherName}
          onChange={(otherName) => change({ otherName })}
          error={missing('otherName')}
        />
        <Field
          label={t`Country code of your flag (optional)`}
          hint={t`Two letters, such as CH.`}
          maxLength={2}
          value={draft.sideFlag}
          onChange={(flag) => change({ sideFlag: flag.toUpperCase() })}
          error={problems.includes('sideFlag') ? t`Two letters, or nothing.` : null}
        />
        <Field
          label={t`Country code of their flag (optional)`}
          maxLength={2}
          value={draft.otherFlag}
          onChange={(flag) => change({ otherFlag: flag.toUpperCase() })}
          error={problems.includes('otherFlag') ? t`Two letters, or nothing.` : null}
        />
        <Field
          className="field field--wide"
          label={t`Title of the call`}
          value={draft.title}
          onChange={(title) => change({ title })}
          error={missing('title')}
        />
        <Field
          type="datetime-local"
          label={t`Starts`}
          hint={draft.timeZone}
          value={draft.start}
          onChange={(start) => change({ start })}
          error={missing('start')}
        />
        <Field
          label={t`Languages`}
          hint={t`Language codes, apart by commas, such as “en, fr, sw”.`}
          value={draft.languages}
          onChange={(languages) => change({ languages })}
        />
      </div>
      <Agenda
        parts={draft.agenda}
        error={missing('agenda')}
        onChange={(agenda) => change({ agenda })}
      />
      <fieldset className="stack">
        <legend>
          <Trans>Recording</Trans>
        </legend>
        <label className="choice choice--card">
          <input
            type="radio"
            name="recording"
            checked={draft.recording === 'never'}
            onChange={() => change({ recording: 'never' })}
          />
          <span>
            <Trans>Never</Trans>
            <span className="caption">
              <Trans>No device records. Nothing can be released.</Trans>
            </span>
          </span>
        </label>
        <label className="choice choice--card">
          <input
            type="radio"
            name="recording"
            checked={draft.recording === 'open-parts'}
            onChange={() => change({ recording: 'open-parts' })}
          />
          <span>
            <Trans>Open parts only</Trans>
            <span className="caption">
              <Trans>A clip of an open part needs the signature of both sides.</Trans>
            </span>
          </span>
        </label>
      </fieldset>
      <SealPicker seals={seals} choice={choice} onChange={setChoice} />
      {problems.length > 0 ? (
        <p role="alert" className="field__error">
          <Plural
            value={problems.length}
            one="One thing is missing above."
            other="# things are missing above."
          />
        </p>
      ) : null}
      <p>
        <Button type="submit" className="btn btn--primary btn--large" isDisabled={isMaking}>
          <Trans>Make the plan</Trans>
        </Button>
      </p>
    </form>
  )
}

function Agenda({
  parts,
  error,
  onChange,
}: {
  parts: readonly DraftPart[]
  error: string | null
  onChange: (parts: readonly DraftPart[]) => void
}): ReactNode {
  const { t } = useLingui()
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
            onPress={() => onChange(parts.filter(({ key }) => key !== part.key))}
          >
            <Trash2 className="icon" aria-hidden="true" />
          </Button>
        </div>
      ))}
      {error ? <p className="field__error">{error}</p> : null}
      <p>
        <Button
          className="btn"
          onPress={() => {
            const key = Math.max(0, ...parts.map((part) => part.key)) + 1
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

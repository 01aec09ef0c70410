import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Field } from '../../components/Field.tsx'
import type { DraftProblem, WordingDraft } from '../../model/desk/planDraft.ts'
import { cityOf } from '../../model/desk/timeZones.ts'
import { startOf } from '../../model/desk/wallTime.ts'
import { AgendaFields } from './AgendaFields.tsx'
import { ModalityFields } from './ModalityFields.tsx'
import { Moment } from './Moment.tsx'

/** What a plan says, while it is written: title, time, languages, agenda and how the call is held. */
export function WordingFields({
  draft,
  zones,
  problems,
  onChange,
}: {
  draft: WordingDraft
  /** The clocks to show. */
  zones: readonly string[]
  problems: readonly DraftProblem[]
  onChange: (part: Partial<WordingDraft>) => void
}): ReactNode {
  const { t } = useLingui()
  const missing = (problem: DraftProblem) =>
    problems.includes(problem) ? t`This is needed.` : null
  const startsAt = startOf(draft)
  return (
    <>
      <div className="fields">
        <Field
          className="field field--wide"
          label={t`Title of the call`}
          maxLength={200}
          value={draft.title}
          onChange={(title) => onChange({ title })}
          error={missing('title')}
        />
        <Field
          type="datetime-local"
          label={t`Starts`}
          hint={
            startsAt === undefined ? (
              <bdi>{cityOf(draft.timeZone)}</bdi>
            ) : (
              <Moment at={startsAt} zones={zones} />
            )
          }
          value={draft.start}
          onChange={(start) => onChange({ start })}
          error={missing('start')}
        />
        <Field
          label={t`Languages`}
          hint={<Trans>By their names, such as “English, French, Swahili”.</Trans>}
          value={draft.languages}
          onChange={(languages) => onChange({ languages })}
          error={
            problems.includes('languages')
              ? t`Not every language here is known by that name.`
              : null
          }
        />
      </div>
      <AgendaFields
        parts={draft.agenda}
        error={problems.includes('agenda') ? t`Each item needs a title and its minutes.` : null}
        onChange={(agenda) => onChange({ agenda })}
      />
      <ModalityFields
        modalities={draft}
        isKeepDaysWrong={problems.includes('keepDays')}
        onChange={onChange}
      />
    </>
  )
}

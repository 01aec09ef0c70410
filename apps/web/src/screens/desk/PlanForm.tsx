import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Field } from '../../components/Field.tsx'
import type { KeptSealView } from '../../model/desk/invitationView.ts'
import {
  problemsOf,
  withItemsNamed,
  withLanguagesNamed,
  withOtherFlag,
  withOtherName,
  withSideName,
  type DraftProblem,
  type PlanDraft,
} from '../../model/desk/planDraft.ts'
import type { SealChoice } from '../../model/desk/sealChoice.ts'
import { FlagField } from './FlagField.tsx'
import { MissingCount } from './MissingCount.tsx'
import { SealPicker } from './SealPicker.tsx'
import { useFirstWrong } from './useFirstWrong.ts'
import { WordingFields } from './WordingFields.tsx'
import { ZoneField } from './ZoneField.tsx'

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
  const { t, i18n } = useLingui()
  const [draft, setDraft] = useState(() =>
    withLanguagesNamed(withItemsNamed(initial, [t`Opening`, t`Talks`]), i18n.locale),
  )
  const [choice, setChoice] = useState<SealChoice>({ from: 'new' })
  const [tries, setTries] = useState(0)
  const form = useFirstWrong(tries)
  const problems = tries > 0 ? problemsOf(draft) : []
  const change = (part: Partial<PlanDraft>) => setDraft((before) => ({ ...before, ...part }))

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTries(tries + 1)
    if (problemsOf(draft).length === 0) onDone(draft, choice)
  }

  return (
    <form ref={form} className="panel doc" onSubmit={submit} noValidate>
      <div className="doc__head">
        <h1>
          <Trans>Plan of the call</Trans>
        </h1>
      </div>
      <SidesFields draft={draft} problems={problems} onChange={change} />
      <WordingFields
        draft={draft}
        zones={[...new Set([draft.timeZone, draft.otherZone].filter(Boolean))]}
        problems={problems}
        onChange={change}
      />
      <SealPicker seals={seals} choice={choice} onChange={setChoice} />
      <MissingCount count={problems.length} />
      <p>
        {/* A button that is not disabled keeps the focus. */}
        <Button type="submit" className="btn btn--primary btn--large" aria-disabled={isMaking}>
          <Trans>Make the plan</Trans>
        </Button>
      </p>
    </form>
  )
}

function SidesFields({
  draft,
  problems,
  onChange,
}: {
  draft: PlanDraft
  problems: readonly DraftProblem[]
  onChange: (part: Partial<PlanDraft>) => void
}): ReactNode {
  const { t } = useLingui()
  const missing = (problem: DraftProblem) =>
    problems.includes(problem) ? t`This is needed.` : null
  return (
    <div className="fields">
      <Field
        label={t`Your side`}
        hint={t`As the other side will read it, such as “Switzerland”.`}
        maxLength={120}
        value={draft.sideName}
        onChange={(name) => onChange(withSideName(draft, name))}
        error={missing('sideName')}
      />
      <Field
        label={t`The other side`}
        maxLength={120}
        value={draft.otherName}
        onChange={(name) => onChange(withOtherName(draft, name))}
        error={missing('otherName')}
      />
      <FlagField
        label={t`Your flag (optional)`}
        country={draft.sideFlag}
        isUnknown={problems.includes('sideFlag')}
        onChange={(sideFlag) => onChange({ sideFlag })}
      />
      <FlagField
        label={t`Their flag (optional)`}
        country={draft.otherFlag}
        isUnknown={problems.includes('otherFlag')}
        onChange={(flag) => onChange(withOtherFlag(draft, flag))}
      />
      <ZoneField
        label={t`Your time zone`}
        zone={draft.timeZone}
        onChange={(timeZone) => onChange({ timeZone })}
      />
      <ZoneField
        label={t`Their time zone (optional)`}
        zone={draft.otherZone}
        mayBeEmpty
        onChange={(otherZone) => onChange({ otherZone })}
      />
    </div>
  )
}

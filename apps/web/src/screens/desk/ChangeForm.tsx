import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type FormEvent, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { PlanView } from '../../model/desk/deskView.ts'
import {
  draftOf,
  withLanguagesNamed,
  wordingProblemsOf,
  type WordingDraft,
} from '../../model/desk/planDraft.ts'
import { MissingCount } from './MissingCount.tsx'
import { useFirstWrong } from './useFirstWrong.ts'
import { WordingFields } from './WordingFields.tsx'

/** Writes the plan anew, from the wording that is shown. Sides and seals stay. */
export function ChangeForm({
  plan,
  zones,
  onDone,
  onCancel,
}: {
  plan: PlanView
  /** The clocks to show. */
  zones: readonly string[]
  onDone: (draft: WordingDraft) => void
  onCancel: () => void
}): ReactNode {
  const { i18n } = useLingui()
  const [draft, setDraft] = useState(() => withLanguagesNamed(draftOf(plan.wording), i18n.locale))
  const [tries, setTries] = useState(0)
  const form = useFirstWrong(tries)
  const problems = tries > 0 ? wordingProblemsOf(draft) : []
  const isSigned = plan.version !== undefined

  function submit(event: FormEvent): void {
    event.preventDefault()
    setTries(tries + 1)
    if (wordingProblemsOf(draft).length === 0) onDone(draft)
  }

  return (
    <form ref={form} className="panel doc" onSubmit={submit} noValidate>
      <div className="doc__head">
        <div>
          <h1>{isSigned ? <Trans>Propose a change</Trans> : <Trans>Change the plan</Trans>}</h1>
          <p className="muted">
            {isSigned ? (
              <Trans>
                Your signature makes a new version. It counts once the other side has signed it,
                too.
              </Trans>
            ) : (
              <Trans>Nobody has signed it yet.</Trans>
            )}
          </p>
        </div>
      </div>
      <WordingFields
        draft={draft}
        zones={zones}
        problems={problems}
        onChange={(part) => setDraft((before) => ({ ...before, ...part }))}
      />
      <MissingCount count={problems.length} />
      <div className="dialog__acts">
        <Button type="submit" className="btn btn--primary">
          {isSigned ? <Trans>Sign and propose</Trans> : <Trans>Keep the change</Trans>}
        </Button>
        <Button className="btn" onPress={onCancel}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  )
}

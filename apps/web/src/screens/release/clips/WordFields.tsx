import { Trans, useLingui } from '@lingui/react/macro'
import { useId, type ReactNode } from 'react'
import { Field } from '../../../components/Field.tsx'
import { tongue } from '../../../language/tongues.ts'
import type { DraftEvent } from '../../../model/release/clips/clipDraft.ts'
import type { DraftView } from '../../../model/release/clips/clipsView.ts'

/** What the clip is called, and what is said of it beside the picture. */
export function WordFields({
  draft,
  languages,
  change,
}: {
  draft: DraftView
  /** Those of the plan. */
  languages: readonly string[]
  change: (event: DraftEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const id = useId()
  const write = (field: 'title' | 'caption' | 'language') => (text: string) =>
    change({ type: 'words-written', field, text })
  return (
    <section className="panel panel__body stack" aria-labelledby="clip-words">
      <h2 id="clip-words" className="clips__head">
        <Trans>In whose words</Trans>
      </h2>
      <Field
        label={t`Title of the clip`}
        value={draft.title}
        maxLength={200}
        onChange={write('title')}
      />
      <Field
        label={t`Caption`}
        hint={<Trans>It stands beside the picture, and every side signs it too.</Trans>}
        value={draft.caption}
        maxLength={500}
        onChange={write('caption')}
      />
      <div className="field">
        <label htmlFor={id}>
          <Trans>Language of these words</Trans>
        </label>
        <select
          id={id}
          className="input"
          value={draft.language}
          onChange={({ target }) => write('language')(target.value)}
        >
          {[...new Set([draft.language, ...languages])].map((language) => (
            <option key={language} value={language} lang={language}>
              {tongue(language)}
            </option>
          ))}
        </select>
      </div>
    </section>
  )
}

import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { tongueDirection } from '../../../language/tongueDirection.ts'
import type { TranslationRow, WrittenText } from '../../../model/release/readouts/readoutsView.ts'
import { InTongue } from './InTongue.tsx'
import { ReadProse } from './ReadProse.tsx'
import { TranslatedBy } from './TranslatedBy.tsx'

/** A text in one language as it is read outside. */
export function TextAsPublic({
  text: { language, title, body },
  byline = '',
  translation,
}: {
  text: WrittenText
  byline?: string
  /** Who made it, where it is not the original. */
  translation?: Pick<TranslationRow, 'by' | 'checkedBy'>
}): ReactNode {
  return (
    <section className="whole">
      <p className="small muted">
        <InTongue of={language} />
        {' · '}
        {translation ? <TranslatedBy {...translation} /> : <Trans>the original</Trans>}
      </p>
      <h2 lang={language} dir={tongueDirection(language)}>
        {title}
      </h2>
      {byline === '' ? null : (
        <p className="muted" dir="auto">
          {byline}
        </p>
      )}
      <ReadProse body={body} language={language} />
    </section>
  )
}

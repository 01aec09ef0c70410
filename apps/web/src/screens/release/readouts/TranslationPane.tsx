import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../../components/Banner.tsx'
import { tongueDirection } from '../../../language/tongueDirection.ts'
import { tongue } from '../../../language/tongues.ts'
import type { TranslationRow } from '../../../model/release/readouts/readoutsView.ts'
import { InTongue } from '../readout/InTongue.tsx'
import { MachinePart } from './MachinePart.tsx'
import { OwnLine } from './OwnLine.tsx'
import type { ReadoutsProps } from './parts.ts'
import { ReadProse } from '../readout/ReadProse.tsx'
import { TextEditor } from './TextEditor.tsx'
import { WhoTranslated } from './WhoTranslated.tsx'

/** One translation beside the original. */
export function TranslationPane({
  view,
  here,
  send,
  translation,
}: ReadoutsProps & { translation: TranslationRow }): ReactNode {
  const { t } = useLingui()
  const { text, shown } = view
  const { language, title, body, isOlder } = translation
  return (
    <>
      {isOlder ? (
        <Banner
          kind="caution"
          title={
            <Trans>
              The words of the text have changed since this was made: <InTongue of={language} /> is
              older.
            </Trans>
          }
          acts={
            <Button className="btn" onPress={() => send({ type: 'translation-fits', language })}>
              <Trans>It says what the text says now</Trans>
            </Button>
          }
        />
      ) : null}
      <WhoTranslated view={view} translation={translation} send={send} />
      <MachinePart here={here} language={language} send={send} />
      <div className="beside">
        <section aria-label={t`The original`}>
          <p className="small muted">
            <InTongue of={text.language} />
          </p>
          <h2 lang={text.language} dir={tongueDirection(text.language)}>
            {text.title}
          </h2>
          <ReadProse body={text.body} language={text.language} />
        </section>
        <section aria-label={t`The translation`}>
          <p className="small muted">
            <InTongue of={language} />
          </p>
          <OwnLine
            label={t`Title in this language`}
            value={title}
            shown={shown}
            maxLength={200}
            onWrite={(next) => send({ type: 'translation-title-written', language, text: next })}
          />
          <TextEditor
            name={t`Translation into ${tongue(language)}`}
            language={language}
            body={body}
            shown={shown}
            onWrite={(next) => send({ type: 'translation-body-written', language, body: next })}
          />
        </section>
      </div>
      <div>
        <Button
          className="btn btn--danger"
          onPress={() => send({ type: 'translation-removed', language })}
        >
          <Trans>Take this translation out</Trans>
        </Button>
      </div>
    </>
  )
}

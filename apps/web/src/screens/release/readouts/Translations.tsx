import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { InTongue } from '../readout/InTongue.tsx'
import { LanguageField } from './LanguageField.tsx'
import type { ReadoutsProps } from './parts.ts'
import { TranslationPane } from './TranslationPane.tsx'

/** The text in other languages, each beside the original, with who made it. */
export function Translations(props: ReadoutsProps): ReactNode {
  const { t } = useLingui()
  const { view, send } = props
  const { translations, text } = view
  const [chosen, setChosen] = useState<string>()
  const [added, setAdded] = useState('')
  const shown = translations.find(({ language }) => language === chosen) ?? translations[0]
  const isThere = [text, ...translations].some(({ language }) => language === added)
  return (
    <div className="stack">
      <div className="row row--wrap line-form__more">
        <LanguageField label={t`Translation into`} language={added} onChoose={setAdded} />
        <Button
          className="btn"
          aria-disabled={added === '' || isThere}
          onPress={() => {
            if (added === '' || isThere) return
            send({ type: 'translation-added', language: added })
            setChosen(added)
            setAdded('')
          }}
        >
          <Trans>Add a translation</Trans>
        </Button>
      </div>
      {translations.length === 0 ? (
        <p className="muted">
          <Trans>
            None yet. A translation says who made it and who checked it, wherever it is read.
          </Trans>
        </p>
      ) : null}
      {translations.length > 1 ? (
        <div className="row row--wrap" role="group" aria-label={t`Which translation is shown`}>
          {translations.map(({ language }) => (
            <Button
              key={language}
              className="btn"
              aria-pressed={language === shown?.language}
              onPress={() => setChosen(language)}
            >
              <InTongue of={language} />
            </Button>
          ))}
        </div>
      ) : null}
      {shown ? <TranslationPane key={shown.language} {...props} translation={shown} /> : null}
    </div>
  )
}

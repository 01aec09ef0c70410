import { Trans, useLingui } from '@lingui/react/macro'
import type { JointLine } from '@parley/release'
import { useState, type ReactNode } from 'react'
import { Button, Label, TextArea, TextField } from 'react-aria-components'
import { tongueDirection } from '../../../language/tongueDirection.ts'
import type { ReadoutsView } from '../../../model/release/readouts/readoutsView.ts'
import { InTongue } from '../readout/InTongue.tsx'
import { LanguageField } from './LanguageField.tsx'

type Texts = JointLine['texts']

/** Writes a line that every side would publish in the same words, in each language in which it is to stand. */
export function ProposeLine({
  view,
  first,
  before = [],
  onDone,
}: {
  view: ReadoutsView
  /** What it begins with in the language of the text. */
  first: string
  /** The wording that this one answers. */
  before?: Texts
  /** Nothing where it was given up. */
  onDone: (texts: Texts | undefined) => void
}): ReactNode {
  const { t } = useLingui()
  const [texts, setTexts] = useState<Record<string, string>>(() => ({
    [view.text.language]: first,
    ...Object.fromEntries(view.translations.map(({ language }) => [language, ''])),
    ...Object.fromEntries(before.map(({ language, text }) => [language, text])),
  }))
  const [more, setMore] = useState('')
  const others = view.others.map(({ name }) => name)
  const written = Object.entries(texts).flatMap(([language, text]) =>
    text.trim() === '' ? [] : [{ language, text: text.trim() }],
  )
  return (
    <form
      className="panel line-form"
      aria-label={t`A joint line`}
      onSubmit={(event) => {
        event.preventDefault()
        if (written.length > 0) onDone(written)
      }}
    >
      <p className="small muted">
        <Trans>
          Every side signs the same words, or the line does not count. What you write here is sent
          to <bdi>{others.join(', ')}</bdi>.
        </Trans>
      </p>
      {Object.entries(texts).map(([language, text]) => (
        <TextField
          key={language}
          className="field"
          value={text}
          maxLength={2000}
          onChange={(next) => setTexts({ ...texts, [language]: next.replaceAll(/\s*\n\s*/g, ' ') })}
        >
          <Label>
            <Trans>
              The line in <InTongue of={language} />
            </Trans>
          </Label>
          <TextArea className="input" rows={2} lang={language} dir={tongueDirection(language)} />
        </TextField>
      ))}
      <div className="row row--wrap line-form__more">
        <LanguageField label={t`One more language`} language={more} onChoose={setMore} />
        <Button
          className="btn"
          aria-disabled={more === ''}
          onPress={() => {
            if (more !== '') setTexts({ [more]: '', ...texts })
            setMore('')
          }}
        >
          <Trans>Add the language</Trans>
        </Button>
      </div>
      <div className="row row--wrap">
        <Button className="btn btn--primary" type="submit" aria-disabled={written.length === 0}>
          <Trans>Sign and propose the line</Trans>
        </Button>
        <Button className="btn btn--quiet" onPress={() => onDone(undefined)}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  )
}

import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { Equal, TriangleAlert } from 'lucide-react'
import { useMemo, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { EditorMarks } from '../../../adapters/editor/marksPlugin.ts'
import { placeLine, removeLine } from '../../../model/release/readouts/editorCommands.ts'
import { LanguageField } from './LanguageField.tsx'
import { OwnLine } from './OwnLine.tsx'
import type { ReadoutsProps } from './parts.ts'
import { PlaceLines } from './PlaceLines.tsx'
import { ProposeLine } from './ProposeLine.tsx'
import { TextEditor } from './TextEditor.tsx'
import { useLineWords } from './useLineWords.ts'

/** Writes the text, with joint lines at the place of the cursor. */
export function WriteSheet({ view, send }: ReadoutsProps): ReactNode {
  const { t } = useLingui()
  const { text, shown, comments, closedParts } = view
  const [isProposing, setProposing] = useState<string>()
  const wordsOf = useLineWords(view.zones)
  const marks = useMemo(
    (): EditorMarks => ({
      lines: new Map(
        [...view.marks].map(([hash, mark]) => [hash, { is: mark.is, words: wordsOf(mark) }]),
      ),
      commented: comments.filter(({ isResolved }) => !isResolved).map(({ quote }) => quote),
    }),
    [view.marks, comments, wordsOf],
  )
  return (
    <>
      <div className="fields sheet__fields">
        <div className="field--wide">
          <OwnLine
            label={t`Title`}
            value={text.title}
            shown={shown}
            maxLength={200}
            onWrite={(title) => send({ type: 'title-written', text: title })}
          />
        </div>
        <OwnLine
          label={t`Who speaks (optional)`}
          hint={<Trans>Such as: Press service of the Ministry of Water</Trans>}
          value={text.byline}
          shown={shown}
          maxLength={200}
          onWrite={(byline) => send({ type: 'byline-written', text: byline })}
        />
        <LanguageField
          label={t`Language of the text`}
          language={text.language}
          onChoose={(language) => send({ type: 'language-chosen', language })}
        />
        {text.correction !== null ? (
          <div className="field--wide">
            <OwnLine
              label={t`What this corrects`}
              hint={<Trans>It is published with the text, beside the version before.</Trans>}
              value={text.correction}
              shown={shown}
              maxLength={500}
              onWrite={(correction) => send({ type: 'correction-written', text: correction })}
            />
          </div>
        ) : null}
      </div>
      <TextEditor
        name={t`Text of the readout`}
        language={text.language}
        body={text.body}
        shown={shown}
        marks={marks}
        onWrite={(body) => send({ type: 'body-written', body })}
      >
        {({ editor, tools }) => (
          <>
            <div className="row row--wrap editor__more">
              <Button className="btn" onPress={() => setProposing(tools.chosen)}>
                <Equal className="icon" aria-hidden="true" />
                <Trans>Propose a joint line</Trans>
              </Button>
              <PlaceLines
                view={view}
                onPlace={(hash, words) => editor?.run(placeLine(hash, words))}
                onRemove={(hash) => editor?.run(removeLine(hash))}
              />
            </div>
            {isProposing !== undefined ? (
              <ProposeLine
                view={view}
                first={isProposing}
                onDone={(texts) => {
                  setProposing(undefined)
                  if (texts) send({ type: 'line-proposed', texts, n: undefined })
                }}
              />
            ) : null}
          </>
        )}
      </TextEditor>
      {closedParts.length > 0 ? (
        <p className="small muted sheet__note">
          <TriangleAlert className="icon" aria-hidden="true" />{' '}
          <Plural
            value={closedParts.length}
            one="One part of the agenda is closed."
            other="# parts of the agenda are closed."
          />{' '}
          <Trans>Nothing that was said in a closed part belongs in a quotation.</Trans>
        </p>
      ) : null}
    </>
  )
}

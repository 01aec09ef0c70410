import { Trans, useLingui } from '@lingui/react/macro'
import { useId, type ReactNode } from 'react'
import { AsItWillStand } from './AsItWillStand.tsx'
import { Changes } from './Changes.tsx'
import type { ReadoutsProps, SheetMode } from './parts.ts'
import { SavedWords } from './SavedWords.tsx'
import { Translations } from './Translations.tsx'
import { WriteSheet } from './WriteSheet.tsx'

/** The text of a side: written, compared with what it was, translated, or read whole before it is signed. */
export function OwnSheet({
  mode,
  onMode,
  ...props
}: ReadoutsProps & { mode: SheetMode; onMode: (mode: SheetMode) => void }): ReactNode {
  if (mode === 'sign') return <AsItWillStand {...props} onBack={() => onMode('write')} />
  return (
    <article className="panel sheet" aria-labelledby="readout-title">
      <div className="sheet__head">
        <h1 id="readout-title">
          <Trans>Our readout</Trans>
        </h1>
        <SavedWords view={props.view} />
      </div>
      <Modes mode={mode} onMode={onMode} />
      {mode === 'write' ? <WriteSheet {...props} /> : null}
      {mode === 'changes' ? <Changes {...props} /> : null}
      {mode === 'translations' ? <Translations {...props} /> : null}
    </article>
  )
}

function Modes({
  mode,
  onMode,
}: {
  mode: SheetMode
  onMode: (mode: SheetMode) => void
}): ReactNode {
  const { t } = useLingui()
  const name = useId()
  const modes = [
    ['write', <Trans key="write">Write</Trans>],
    ['changes', <Trans key="changes">Changes</Trans>],
    ['translations', <Trans key="translations">Translations</Trans>],
  ] as const
  return (
    <div className="segment" role="radiogroup" aria-label={t`What is shown of the readout`}>
      {modes.map(([one, words]) => (
        <label key={one}>
          <input type="radio" name={name} checked={mode === one} onChange={() => onMode(one)} />
          {words}
        </label>
      ))}
    </div>
  )
}

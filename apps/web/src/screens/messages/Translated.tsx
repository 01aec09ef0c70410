import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { tongueDirection } from '../../language/tongueDirection.ts'
import type { TranslationRow } from '../../model/callMessages.ts'
import { useTime } from '../call/useTime.ts'
import { Tongue } from '../call/languages/Tongue.tsx'

/** A message in another language, and whose words those are. */
export function Translated({ translation }: { translation: TranslationRow }): ReactNode {
  const time = useTime()
  const { language, text, name, isYou, changedAtMs, isSending } = translation
  return (
    <div className="msg__translation">
      <p className="msg__label">
        {isYou ? (
          <Trans>
            Translated into <Tongue of={language} /> by you
          </Trans>
        ) : (
          <Trans>
            Translated into <Tongue of={language} /> by <bdi>{name}</bdi>
          </Trans>
        )}
        {isSending && (
          <>
            {' · '}
            <Trans>sending</Trans>
          </>
        )}
        {!isSending && changedAtMs !== undefined && (
          <>
            {' · '}
            <Trans>changed {time(changedAtMs)}</Trans>
          </>
        )}
      </p>
      <p className="msg__text" lang={language} dir={tongueDirection(language)}>
        {text}
      </p>
    </div>
  )
}

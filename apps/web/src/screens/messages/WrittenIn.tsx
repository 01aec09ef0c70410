import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { tongue } from '../../language/tongues.ts'
import type { CallScreenEvent } from '../../model/callEvent.ts'

/** In which of one's languages one writes, where one has several. */
export function WrittenIn({
  languages,
  language,
  send,
}: {
  languages: readonly string[]
  language: string | undefined
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const { t } = useLingui()
  if (languages.length < 2) return undefined
  return (
    <select
      className="input msgs__language"
      aria-label={t`Language of the message`}
      value={language}
      onChange={({ target }) => send({ type: 'language-chosen', language: target.value })}
    >
      {languages.map((one) => (
        <option key={one} value={one} lang={one} dir="auto">
          {tongue(one)}
        </option>
      ))}
    </select>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { Languages } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { focusTab } from '../../../components/Tabs.tsx'
import { tongue } from '../../../language/tongues.ts'
import type { Display } from '../../../model/callDisplay.ts'
import type { CallScreenEvent } from '../../../model/callEvent.ts'
import type { ListeningView } from '../../../model/listening/listeningView.ts'
import { Tongue } from './Tongue.tsx'

/** As wide as the panel and the pictures have room beside each other. */
const BESIDE = '(min-width: 721px)'

/** Says what one listens to, and leads to where one changes it. */
export function LanguageControl({
  hears,
  display,
  send,
}: {
  hears: ListeningView['hears']
  display: Display
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const open = (): void => {
    if (display === 'room' || !matchMedia(BESIDE).matches)
      return send({ type: 'dialog-opened', dialog: 'languages' })
    send({ type: 'panel-chosen', panel: 'languages' })
    focusTab('panel', 'languages')
  }
  const language = hears && tongue(hears.language)
  return (
    <Button
      className="ctl"
      aria-label={language === undefined ? t`You hear the floor` : t`You hear ${language}`}
      onPress={open}
    >
      <Languages className="icon" aria-hidden />
      {hears ? <Tongue of={hears.language} /> : <Trans>Floor</Trans>}
    </Button>
  )
}

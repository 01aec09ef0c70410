import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Status, type StatusKind } from '../../../components/Status.tsx'
import type { VoiceView } from '../../../model/check/checkView.ts'
import { NEEDED_FROM_HZ, NEEDED_TO_HZ, type VoiceBand } from '../../../model/check/voiceBand.ts'
import { useFrequency } from './useFrequency.ts'

/** From where to where the voice came through, and what that is enough for. */
export function BandWords({
  voice: { band, isInterpreters },
}: {
  voice: Pick<VoiceView, 'band' | 'isInterpreters'>
}): ReactNode {
  if (!band)
    return (
      <Status kind="awaited">
        <Trans>Say a sentence or two</Trans>
      </Status>
    )
  return (
    <Status kind={shapeOf(band, isInterpreters)}>
      <KnownBand band={band} />
    </Status>
  )
}

/** What is enough to talk is too little for whoever is interpreted from. */
function shapeOf({ is }: VoiceBand, isInterpreters: boolean): StatusKind {
  if (is === 'full') return 'good'
  return is === 'talk' && !isInterpreters ? 'usable' : 'not'
}

function KnownBand({ band: { fromHz, toHz, is } }: { band: VoiceBand }): ReactNode {
  const frequency = useFrequency()
  const from = frequency(fromHz)
  const to = frequency(toHz)
  const needed = frequency(NEEDED_TO_HZ)
  switch (is) {
    case 'full':
      return (
        <Trans>
          {from} to {to}: full voice
        </Trans>
      )
    case 'talk':
      return (
        <Trans>
          Your microphone reaches {to}; interpreters need {needed}
        </Trans>
      )
    case 'telephone':
      return (
        <Trans>
          {from} to {to}: like a telephone
        </Trans>
      )
  }
}

/** The band in words, for whoever does not see the drawing. */
export function useBandLabel(band: VoiceBand | undefined): string {
  const { t } = useLingui()
  const frequency = useFrequency()
  if (!band) return t`Sound band of your microphone: not measured yet.`
  const [from, to] = [frequency(band.fromHz), frequency(band.toHz)]
  const [least, most] = [frequency(NEEDED_FROM_HZ), frequency(NEEDED_TO_HZ)]
  return t`Sound band of your microphone: ${from} to ${to}. Interpreters need ${least} to ${most}.`
}

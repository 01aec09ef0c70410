import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Status, type StatusKind } from '../../../components/Status.tsx'
import type { VoiceBand } from '../../../model/check/voiceBand.ts'
import { useFrequency } from './useFrequency.ts'

const SHAPES: Readonly<Record<VoiceBand['is'], StatusKind>> = {
  full: 'good',
  talk: 'usable',
  telephone: 'not',
}

/** From where to where the voice came through, and what that is enough for. */
export function BandWords({ band }: { band: VoiceBand | undefined }): ReactNode {
  if (!band)
    return (
      <Status kind="awaited">
        <Trans>Say a sentence or two</Trans>
      </Status>
    )
  return (
    <Status kind={SHAPES[band.is]}>
      <KnownBand band={band} />
    </Status>
  )
}

function KnownBand({ band: { fromHz, toHz, is } }: { band: VoiceBand }): ReactNode {
  const frequency = useFrequency()
  const from = frequency(fromHz)
  const to = frequency(toHz)
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
          {from} to {to}: enough to talk, thin for interpreters
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
  const from = frequency(band.fromHz)
  const to = frequency(band.toHz)
  return t`Sound band of your microphone: ${from} to ${to}. Interpreters need 125 Hz to 10 kHz.`
}

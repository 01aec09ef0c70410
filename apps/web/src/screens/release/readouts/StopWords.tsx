import { Trans } from '@lingui/react/macro'
import type { ReadoutStop } from '@parley/release'
import type { ReactNode } from 'react'
import { InTongue } from '../readout/InTongue.tsx'

/** Why the text is not signed yet, in words. */
export function StopWords({ stop }: { stop: ReadoutStop }): ReactNode {
  switch (stop.because) {
    case 'no-title':
      return <Trans>It has no title.</Trans>
    case 'no-text':
      return <Trans>It has no words yet.</Trans>
    case 'no-correction':
      return <Trans>It does not say what it corrects.</Trans>
    case 'not-approved':
      return <Trans>Your principal has not approved it.</Trans>
    case 'two-wordings':
      return <Trans>Two consoles wrote differently in one place.</Trans>
    case 'too-large':
      return <Trans>It is too long, with its translations, to be sent.</Trans>
    case 'translation-empty':
      return (
        <Trans>
          The translation into <InTongue of={stop.language} /> is not whole.
        </Trans>
      )
    case 'line-not-agreed':
      return <Trans>A joint line in it is not signed by every side. Wait, or take it out.</Trans>
    case 'line-altered':
      return (
        <Trans>
          A joint line in <InTongue of={stop.language} /> differs from what every side signed.
        </Trans>
      )
  }
}

import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Status } from '../../../components/Status.tsx'
import type { SpeakerTestView } from '../../../model/check/checkView.ts'

/** What was found by playing: whether one heard it oneself, nobody can measure. */
export function SpeakerWords({ test }: { test: SpeakerTestView }): ReactNode {
  switch (test.phase) {
    case 'ready':
      return (
        <Status kind="awaited">
          <Trans>Four notes, and your microphone listens for them</Trans>
        </Status>
      )
    case 'playing':
      return (
        <Status kind="awaited">
          <Trans>Do you hear four notes?</Trans>
        </Status>
      )
    case 'failed':
      return (
        <Status kind="not">
          <Trans>The browser could not play it: try again, or choose another speaker</Trans>
        </Status>
      )
    case 'played':
      return test.isOnChosen ? (
        <EchoWords echo={test.echo} />
      ) : (
        <Status kind="usable">
          <Trans>The chosen speaker cannot be used: it was played by the system’s own</Trans>
        </Status>
      )
  }
}

function EchoWords({
  echo,
}: {
  echo: Extract<SpeakerTestView, { phase: 'played' }>['echo']
}): ReactNode {
  switch (echo) {
    case 'none':
      return (
        <Status kind="good">
          <Trans>No echo. If you heard nothing, turn it up or choose another speaker</Trans>
        </Status>
      )
    case 'echo':
      return (
        <Status kind="not">
          <Trans>Echo: the others would hear themselves. Use headphones, or turn it down</Trans>
        </Status>
      )
    case 'unclear':
      return (
        <Status kind="usable">
          <Trans>Something else sounded too: play it again in silence to find an echo</Trans>
        </Status>
      )
    case 'no-microphone':
      return (
        <Status kind="awaited">
          <Trans>If you heard nothing, turn it up or choose another speaker</Trans>
        </Status>
      )
  }
}

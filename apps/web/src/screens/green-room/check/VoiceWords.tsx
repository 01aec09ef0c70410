import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Status, type StatusKind } from '../../../components/Status.tsx'
import type { VoiceView } from '../../../model/check/checkView.ts'
import type { VoiceJudgement } from '../../../model/check/judgeVoice.ts'

const SHAPES: Readonly<Record<VoiceJudgement['is'], StatusKind>> = {
  asleep: 'awaited',
  waiting: 'awaited',
  muted: 'not',
  nothing: 'not',
  clips: 'not',
  hums: 'usable',
  noisy: 'usable',
  low: 'usable',
  loud: 'usable',
  good: 'good',
}

/** What one can do about the way one is heard. */
export function VoiceWords({
  voice: { judgement, band, isInterpreters },
}: {
  voice: VoiceView
}): ReactNode {
  const isNarrow = band?.is === 'telephone' || (band?.is === 'talk' && isInterpreters)
  // Louder or softer, it would be narrow still.
  if (isNarrow && ['low', 'good', 'loud'].includes(judgement.is))
    return (
      <Status kind="not">
        <Trans>Wireless headsets sound so in calls: plug one in, or choose another</Trans>
      </Status>
    )
  return (
    <Status kind={SHAPES[judgement.is]}>
      <Words judgement={judgement} />
    </Status>
  )
}

function Words({ judgement }: { judgement: VoiceJudgement }): ReactNode {
  switch (judgement.is) {
    case 'asleep':
      return <Trans>Click anywhere on this page: the browser measures only then</Trans>
    case 'waiting':
      return <Trans>Say a few words</Trans>
    case 'muted':
      return <Trans>It is muted outside Parley: on the device, or in your system’s settings</Trans>
    case 'nothing':
      return <Trans>Nothing comes from it, not even noise: is it switched off on the device?</Trans>
    case 'clips':
      return <Trans>It clips: sit back, or turn down the input</Trans>
    case 'hums': {
      const { mainsHz } = judgement
      return <Trans>It hums at {mainsHz} Hz, as mains do: try another cable or socket</Trans>
    }
    case 'noisy':
      return <Trans>Your room is nearly as loud as you: find the fan, or sit closer</Trans>
    case 'low':
      return <Trans>A little low: sit closer, or turn up the input</Trans>
    case 'loud':
      return <Trans>Too loud: sit back, or turn down the input</Trans>
    case 'good':
      return <Trans>Good level</Trans>
  }
}

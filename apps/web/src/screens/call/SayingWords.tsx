import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Saying } from '../../model/callSaid.ts'
import { LateSoundWords } from './LateSound.tsx'
import { isRare } from '../../model/rareNotice.ts'
import { NoticeWords } from './NoticeWords.tsx'
import { Rare } from './RareOnDemand.tsx'
import { MICROPHONE_CLOSED } from './sentences/microphone.ts'
import { useNames } from './sentences/useNames.ts'

/** The sentence that a screen reader says. */
export function SayingWords({ saying }: { saying: Saying }): ReactNode {
  const { t } = useLingui()
  const join = useNames()
  switch (saying.type) {
    case 'you-are-in':
      return <Trans>You are in. Here with you: {join(saying.with)}.</Trans>
    case 'came-in': {
      const { name } = saying
      return <Trans>{name} came in.</Trans>
    }
    case 'presence':
      return <PresenceWords {...saying} />
    case 'speaks': {
      const { name } = saying
      return <Trans>{name} is speaking.</Trans>
    }
    case 'microphone-open':
      return <Trans>Your microphone is open.</Trans>
    case 'microphone-closed':
      return t(MICROPHONE_CLOSED[saying.by])
    case 'written':
      return <Trans>New message by {saying.by}.</Trans>
    case 'asked-to-wait':
      return <Trans>The room was asked to wait.</Trans>
    case 'late-sound':
      return <LateSoundWords lateMs={saying.lateMs} />
    case 'notice':
      return isRare(saying.notice) ? (
        <Rare as="words" notice={saying.notice} />
      ) : (
        <NoticeWords notice={saying.notice} />
      )
  }
}

function PresenceWords({
  name,
  presence,
}: Omit<Extract<Saying, { type: 'presence' }>, 'type'>): ReactNode {
  switch (presence) {
    case 'here':
      return <Trans>{name} is back.</Trans>
    case 'coming-back':
      return <Trans>{name} is coming back.</Trans>
    case 'silent':
      return <Trans>{name} has not been heard for a while.</Trans>
  }
}

import { Trans } from '@lingui/react/macro'
import { CircleAlert, Ear, EarOff, Hand, Info, Users } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { RareNotice as Notice } from '../../model/rareNotice.ts'
import { NoticeActs } from '../call/NoticeActs.tsx'
import { NoticeBox, type NoticeLooks } from '../call/NoticeBox.tsx'
import { RareWords } from './RareWords.tsx'
import { useSeen } from './useSeen.ts'

type BannerProps = {
  notice: Notice
  /** Of one's own desk. */
  telephone: string | undefined
  children?: ReactNode
  send: (event: CallScreenEvent) => void
}

/** As a banner with what can be done about it, or as what is said of it. */
export type RareProps = ({ as: 'banner' } & BannerProps) | { as: 'words'; notice: Notice }

const CAUTION: NoticeLooks = { weight: 'caution', icon: CircleAlert }
const LOOKS: Readonly<Record<Notice['type'], NoticeLooks>> = {
  asks: { weight: 'caution', icon: Ear },
  'asks-to-wait': { weight: 'caution', icon: Hand },
  company: { weight: 'caution', icon: Users },
  'device-failed': CAUTION,
  'lists-apart': CAUTION,
  'not-heard-by': { weight: 'caution', icon: EarOff },
  'not-played': CAUTION,
  'old-keys': { weight: 'note', icon: Info },
  removed: { weight: 'note', icon: Info },
  'text-missed': CAUTION,
}

/** A notice that hardly ever stands there as one comes in. */
export function RareNotice(props: RareProps): ReactNode {
  return props.as === 'words' ? <RareWords notice={props.notice} /> : <RareBanner {...props} />
}

function RareBanner({ notice, telephone, children, send }: BannerProps): ReactNode {
  useSeen(notice, send)
  const acts = (
    <NoticeActs
      notice={notice}
      telephone={telephone}
      send={send}
      first={notice.type === 'not-heard-by' && <AskToWait hasAsked={notice.hasAsked} send={send} />}
    >
      {children}
    </NoticeActs>
  )
  return (
    <NoticeBox {...LOOKS[notice.type]} acts={acts}>
      <RareWords notice={notice} />
    </NoticeBox>
  )
}

function AskToWait({
  hasAsked,
  send,
}: {
  /** Just now. */
  hasAsked: boolean
  send: (event: CallScreenEvent) => void
}): ReactNode {
  return (
    <Button
      className={`btn ${hasAsked ? '' : 'btn--primary'}`}
      onPress={() => send({ type: 'wait-pressed' })}
    >
      <Hand className="icon" aria-hidden />
      {hasAsked ? <Trans>Asked</Trans> : <Trans>Ask the room to wait</Trans>}
    </Button>
  )
}

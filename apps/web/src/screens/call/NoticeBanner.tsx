import { CircleAlert, Ear, EarOff, Hand, Info, ShieldX, Users, type LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import { isGrave, type CallNotice } from '../../model/callNotices.ts'
import { NoticeActs } from './NoticeActs.tsx'
import { NoticeWords } from './NoticeWords.tsx'
import { useSeen } from './useSeen.ts'

type Weight = 'note' | 'caution' | 'danger'

const WEIGHTS: Readonly<Record<CallNotice['type'], { weight: Weight; icon: LucideIcon }>> = {
  joining: { weight: 'note', icon: Info },
  'not-fresh': { weight: 'note', icon: Info },
  alone: { weight: 'note', icon: Info },
  held: { weight: 'danger', icon: ShieldX },
  'server-lost': { weight: 'caution', icon: CircleAlert },
  'asks-to-wait': { weight: 'caution', icon: Hand },
  asks: { weight: 'caution', icon: Ear },
  'not-heard-by': { weight: 'caution', icon: EarOff },
  refused: { weight: 'caution', icon: ShieldX },
  removed: { weight: 'note', icon: Info },
  company: { weight: 'caution', icon: Users },
  'device-failed': { weight: 'caution', icon: CircleAlert },
  foreign: { weight: 'caution', icon: ShieldX },
  unconfirmed: { weight: 'caution', icon: CircleAlert },
  'not-played': { weight: 'caution', icon: CircleAlert },
  'text-missed': { weight: 'caution', icon: CircleAlert },
  'old-keys': { weight: 'note', icon: Info },
  unsettled: { weight: 'caution', icon: CircleAlert },
  'not-entered': { weight: 'caution', icon: ShieldX },
}

/** One notice with what can be done about it, and with `children` behind that. */
export function NoticeBanner({
  notice,
  telephone,
  children,
  send,
}: {
  notice: CallNotice
  /** Of one's own desk. */
  telephone: string | undefined
  children?: ReactNode
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const { icon: Icon, weight } = WEIGHTS[notice.type]
  useSeen(notice, send)
  return (
    <div className={`banner banner--${isGrave(notice) ? 'danger' : weight}`}>
      <Icon className="icon" aria-hidden />
      <div>
        <NoticeWords notice={notice} />
      </div>
      <NoticeActs notice={notice} telephone={telephone} send={send}>
        {children}
      </NoticeActs>
    </div>
  )
}

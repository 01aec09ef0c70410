import { CircleAlert, Info, ShieldX } from 'lucide-react'
import type { ReactNode } from 'react'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import { isGrave, type CallNotice } from '../../model/callNotices.ts'
import { isRare, type FirstNotice } from '../../model/rareNotice.ts'
import { NoticeActs } from './NoticeActs.tsx'
import { NoticeBox, type NoticeLooks } from './NoticeBox.tsx'
import { NoticeWords } from './NoticeWords.tsx'
import { Rare } from './RareOnDemand.tsx'

const NOTE: NoticeLooks = { weight: 'note', icon: Info }
const CAUTION: NoticeLooks = { weight: 'caution', icon: CircleAlert }
const BARRED: NoticeLooks = { weight: 'caution', icon: ShieldX }
const LOOKS: Readonly<Record<FirstNotice['type'], NoticeLooks>> = {
  joining: NOTE,
  'not-fresh': NOTE,
  alone: NOTE,
  held: BARRED,
  'server-lost': CAUTION,
  refused: BARRED,
  foreign: BARRED,
  unconfirmed: CAUTION,
  unsettled: CAUTION,
  'not-entered': BARRED,
}

/** One notice with what can be done about it, and with `children` behind that. */
export function NoticeBanner({
  notice,
  ...more
}: {
  notice: CallNotice
  /** Of one's own desk. */
  telephone: string | undefined
  children?: ReactNode
  send: (event: CallScreenEvent) => void
}): ReactNode {
  if (isRare(notice)) return <Rare as="banner" notice={notice} {...more} />
  const looks = LOOKS[notice.type]
  return (
    <NoticeBox
      {...looks}
      weight={isGrave(notice) ? 'danger' : looks.weight}
      acts={<NoticeActs notice={notice} {...more} />}
    >
      <NoticeWords notice={notice} />
    </NoticeBox>
  )
}

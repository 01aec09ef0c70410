import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { useLingui } from '@lingui/react/macro'
import type { RefusalCode } from '@parley/protocol'
import type { ReactNode } from 'react'
import { Banner } from '../../components/Banner.tsx'
import { CannotOpen } from '../../components/CannotOpen.tsx'
import { Failed } from '../start/Failed.tsx'

/** What is said of a link that is over: whoever opens it has no desk to ask yet. */
const OVER: Partial<
  Record<RefusalCode, { title: MessageDescriptor; follows: readonly MessageDescriptor[] }>
> = {
  'token-spent': {
    title: msg`This invitation was used already, in one browser.`,
    follows: [
      msg`It opens again only in the browser in which it was used first: open it there.`,
      msg`If that was not you, ring the desk that invited you at once, on a number you know.`,
    ],
  },
  'link-unknown': {
    title: msg`This invitation is not known here. A newer one may have replaced it.`,
    follows: [msg`Ask the desk that invited you for a new one.`],
  },
}

/** An invitation that cannot be opened, and what its officer can do. */
export function InvitationRefused({ code }: { code: RefusalCode }): ReactNode {
  const { t } = useLingui()
  const over = OVER[code]
  if (!over) return <Failed code={code} />
  const why = (
    <Banner kind="danger" title={t(over.title)}>
      {over.follows.map((sentence) => (
        <p key={sentence.id}>{t(sentence)}</p>
      ))}
    </Banner>
  )
  return <CannotOpen why={why} />
}

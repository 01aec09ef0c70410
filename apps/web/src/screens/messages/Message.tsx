import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Emblem } from '../../components/Emblem.tsx'
import { tongueDirection } from '../../language/tongueDirection.ts'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { MessageRow } from '../../model/callMessages.ts'
import type { CallView } from '../../model/callView.ts'
import { PrivatePart } from '../call/PrivatePart.tsx'
import { useTime } from '../call/useTime.ts'
import { Tongue } from '../call/languages/Tongue.tsx'
import { Translate } from './Translate.tsx'
import { Translated } from './Translated.tsx'

/** A message in its own language, with the translations of it; what its reader understands comes first. */
export function Message({
  row,
  ...call
}: {
  row: MessageRow
  view: CallView
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const time = useTime()
  const { side, first, language } = row
  const { translating, letters } = call.view.messages
  const isWritingThere = letters !== undefined
  return (
    <li className={side && `side-${side.place}`} data-private={row.isPrivate}>
      <p className="msg__by">
        {side && <Emblem hex={side.fingerprint} size="small" />}
        <b>{row.isYou ? <Trans>You</Trans> : <bdi>{row.name}</bdi>}</b>
        {row.isForeign && language !== undefined && !first && <Tongue of={language} />}
        <span className="num">{row.isSending ? <Trans>sending</Trans> : time(row.atMs)}</span>
      </p>
      {row.isPrivate && <PrivatePart place="message" {...call} />}
      {first && <Translated translation={first} />}
      {first && language !== undefined && (
        <p className="msg__label">
          <Trans>
            Written in <Tongue of={language} />
          </Trans>
        </p>
      )}
      <p className="msg__text" lang={language} dir={tongueDirection(language)}>
        {row.text}
      </p>
      {row.translations.map((translation) => (
        <Translated key={translation.key} translation={translation} />
      ))}
      {row.into.length > 0 && isWritingThere && (
        <Translate row={row} translating={translating} send={call.send} />
      )}
    </li>
  )
}

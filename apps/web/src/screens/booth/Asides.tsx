import { Trans, useLingui } from '@lingui/react/macro'
import { Send } from 'lucide-react'
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { BoothGesture } from '../../model/booth/boothEvent.ts'
import type { BoothView } from '../../model/booth/boothView.ts'
import { MESSAGE_AT_MOST } from '../../model/callScreenState.ts'
import { useTime } from '../call/useTime.ts'
import { Key } from './Key.tsx'
import { KEYS } from './keys.ts'

/** Where one writes to the partner. */
export const ASIDE_FIELD = 'booth-aside'

/** Messages between the partners, on their two screens alone. */
export function Asides({
  view: { partner, asides, draft, canSend },
  send,
}: {
  view: BoothView
  send: (gesture: BoothGesture) => void
}): ReactNode {
  const { t } = useLingui()
  const time = useTime()
  const end = useRef<HTMLDivElement>(null)
  const newest = asides.at(-1)?.id
  useEffect(() => {
    if (newest !== undefined) end.current?.scrollIntoView({ block: 'nearest' })
  }, [newest])
  const submit = (): void => send({ type: 'aside-sent' })
  if (!partner) return undefined
  const { name: partnerName } = partner
  return (
    <>
      <h2>
        <Trans>Messages to {partnerName}</Trans>
      </h2>
      <div className="booth__asides" role="log" aria-label={t`Messages to your partner`}>
        {asides.map(({ id, isYou, name, isSending, atMs, text }) => (
          <div key={id} className="booth__aside">
            <p className="caption">
              <b>{isYou ? <Trans>You</Trans> : <bdi>{name}</bdi>}</b>{' '}
              <span className="num">{isSending ? <Trans>sending</Trans> : time(atMs)}</span>
            </p>
            <p dir="auto">{text}</p>
          </div>
        ))}
        <div ref={end} />
      </div>
      <form
        className="booth__write"
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <textarea
          id={ASIDE_FIELD}
          className="input"
          dir="auto"
          rows={1}
          maxLength={MESSAGE_AT_MOST}
          aria-label={t`Message to ${partnerName}`}
          aria-keyshortcuts={KEYS.aside}
          value={draft}
          onChange={({ target }) => send({ type: 'aside-changed', text: target.value })}
          onKeyDown={(event) => onKey(event, submit)}
        />
        <Button className="btn" type="submit" isDisabled={!canSend}>
          <Send className="icon" aria-hidden />
          <span>
            <Trans>Send</Trans>
          </span>
        </Button>
        <p className="caption">
          <Key>{KEYS.aside}</Key>{' '}
          <Trans>
            On your two screens alone. It is in the encryption of the whole call, like all that is
            said here.
          </Trans>
        </p>
      </form>
    </>
  )
}

/** Enter sends, Escape goes back to the keys; not while letters are being composed. */
function onKey(event: KeyboardEvent<HTMLTextAreaElement>, submit: () => void): void {
  if (event.nativeEvent.isComposing) return
  if (event.key === 'Escape') event.currentTarget.blur()
  if (event.key !== 'Enter' || event.shiftKey) return
  event.preventDefault()
  submit()
}

import { Trans, useLingui } from '@lingui/react/macro'
import { AppWindow, Columns2 } from 'lucide-react'
import { useEffect, useState, type ReactNode } from 'react'
import { createPortal } from 'react-dom'
import { ToggleButton } from '../../components/ToggleButton.tsx'
import { openOtherWindow, type OtherWindow } from '../../adapters/otherWindow.ts'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { CallModel } from '../../model/callModel.ts'
import type { CallView } from '../../model/callView.ts'
import { useSignal } from '../../useSignal.ts'
import '../../style/second.css'

type Held = { window: OtherWindow; model: CallModel }

/**
 * Opens a second window of the call with the delegation view, for whoever sits beside a room display. This
 * page draws into it: there is one seat, one connection and one sound, whatever is shown where. It ends with
 * the call, and closing it ends nothing else.
 */
export function SecondWindow({
  view,
  another,
  draw,
  send,
}: {
  view: Pick<CallView, 'display' | 'title'>
  /** The call once more, with a panel and a draft of its own. */
  another: () => CallModel
  draw: (model: CallModel, head: ReactNode) => ReactNode
  /** Of the first window. */
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const [held, setHeld] = useState<Held | undefined>(undefined)
  const [isBlocked, setBlocked] = useState(false)
  useEffect(() => {
    if (!held) return undefined
    return () => {
      held.window.close()
      held.model[Symbol.dispose]()
    }
  }, [held])
  const press = (): void => {
    if (held) return held.window.close()
    const window = openOtherWindow(() => setHeld(undefined))
    setBlocked(!window)
    if (window) setHeld({ window, model: another() })
  }
  return (
    <div className="second">
      <ToggleButton className="call__listed" isSelected={held !== undefined} onChange={press}>
        {held ? (
          <Columns2 className="icon" aria-hidden />
        ) : (
          <AppWindow className="icon" aria-hidden />
        )}
        <span className="call__words">
          {held ? <Trans>Two windows</Trans> : <Trans>One window</Trans>}
        </span>
      </ToggleButton>
      {isBlocked && (
        <p role="alert" className="second__blocked">
          <Trans>
            Your browser opened no second window. Allow this page to open windows, in its address
            bar, and press again.
          </Trans>
        </p>
      )}
      {held && <Titles window={held.window} view={view} />}
      {held && view.display === 'room' && <ReadThere model={held.model} send={send} />}
      {held && createPortal(draw(held.model, <WhichWindow />), held.window.root)}
    </div>
  )
}

/** What is read in the second window is not new on a room display. */
function ReadThere({
  model,
  send,
}: {
  model: CallModel
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const { panel, messages } = useSignal(model.view)
  const read = panel === 'messages' ? messages.rows.length : undefined
  useEffect(() => {
    if (read !== undefined) send({ type: 'panel-chosen', panel: 'messages' })
  }, [read, send])
  return undefined
}

/** While there are two, each says which it is; and the one that holds the call does not close by a slip. */
function Titles({
  window,
  view: { display, title },
}: {
  window: OtherWindow
  view: Pick<CallView, 'display' | 'title'>
}): ReactNode {
  const { t } = useLingui()
  const first = display === 'room' ? t`Room display` : t`First window`
  const second = t`Advisers’ window`
  useEffect(() => {
    const before = document.title
    document.title = `${first} · ${title} · ${before}`
    window.name(`${second} · ${title} · ${before}`)
    return () => void (document.title = before)
  }, [window, first, second, title])
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [])
  return undefined
}

function WhichWindow(): ReactNode {
  return (
    <p className="second__which">
      <b>
        <Trans>Advisers’ window</Trans>
      </b>
      <span className="caption">
        <Trans>Sound and microphone are in the first.</Trans>
      </span>
    </p>
  )
}

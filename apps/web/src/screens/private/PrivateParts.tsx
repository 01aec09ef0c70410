import type { ReactNode } from 'react'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { CallView } from '../../model/callView.ts'
import { PrivateControl } from './PrivateControl.tsx'
import { PrivateFrame, PrivateStrip } from './PrivateFrame.tsx'
import { PrivatePanel } from './PrivatePanel.tsx'
import { PrivateTo } from './PrivateTo.tsx'
import { PrivateTold } from './PrivateTold.tsx'
import { PrivateWrite } from './PrivateWrite.tsx'
import '../../style/private.css'

/** Where on the call's screen a part of one's own side's room stands. */
export type PrivatePlace = 'around' | 'beside' | 'told' | 'panel' | 'controls' | 'message' | 'write'

/** One's own side's room, in the places that the call's screen has for it. */
export function PrivateParts({
  place,
  view,
  send,
  children,
}: {
  place: PrivatePlace
  view: Pick<CallView, 'privately' | 'display' | 'messages'>
  send: (event: CallScreenEvent) => void
  children?: ReactNode
}): ReactNode {
  const { privately, display, messages } = view
  if (!privately) return undefined
  switch (place) {
    case 'around':
      return <PrivateFrame privately={privately} send={send} />
    case 'beside':
      return privately.talk.isShown && <PrivateStrip privately={privately} />
    case 'told':
      return <PrivateTold privately={privately} />
    case 'panel':
      return <PrivatePanel privately={privately} send={send} />
    case 'controls':
      return <PrivateControl privately={privately} display={display} send={send} />
    case 'message':
      return <PrivateTo side={privately.own.name} />
    case 'write':
      return (
        <PrivateWrite privately={privately} messages={messages} send={send}>
          {children}
        </PrivateWrite>
      )
  }
}

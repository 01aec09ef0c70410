import { Trans } from '@lingui/react/macro'
import { MicOff } from 'lucide-react'
import { useEffect, useRef, type ReactNode } from 'react'
import type { BoothGesture } from '../../model/booth/boothEvent.ts'
import type { Air } from '../../model/booth/boothView.ts'
import { Key } from './Key.tsx'

/**
 * Closes the microphone for as long as it is held, by hand or by the space bar. Whoever can only click
 * presses once and again. A window that loses the focus, or a screen that goes, no longer knows the hand.
 */
export function Cough({
  air,
  send,
}: {
  air: Air
  send: (gesture: BoothGesture) => void
}): ReactNode {
  const isCoughing = air.is === 'coughing'
  const isByPointer = useRef(false)
  useEffect(() => {
    const ending = new AbortController()
    const lose = (): void => send({ type: 'cough-lost' })
    addEventListener('blur', lose, ending)
    document.addEventListener('visibilitychange', lose, ending)
    return () => {
      ending.abort()
      lose()
    }
  }, [send])
  return (
    <button
      type="button"
      className="booth__cough"
      aria-pressed={isCoughing}
      aria-keyshortcuts="Space"
      disabled={air.is !== 'on-air' && !isCoughing}
      onPointerDown={(event) => {
        if (event.button !== 0) return
        isByPointer.current = true
        event.currentTarget.setPointerCapture(event.pointerId)
        send({ type: 'cough-pressed' })
      }}
      onPointerUp={() => send({ type: 'cough-released' })}
      onPointerCancel={() => send({ type: 'cough-lost' })}
      onContextMenu={(event) => event.preventDefault()}
      onClick={() => {
        // The click after a pointer let go.
        if (isByPointer.current) isByPointer.current = false
        else send({ type: isCoughing ? 'cough-released' : 'cough-pressed' })
      }}
    >
      <MicOff className="icon" aria-hidden />
      <b>
        <Trans>Cough</Trans>
      </b>
      <span>
        {isCoughing ? (
          <Trans>Nobody hears you. Let go to be on air again.</Trans>
        ) : (
          <>
            <Trans>Hold: nobody hears you.</Trans>{' '}
            <Key>
              <Trans>Space bar</Trans>
            </Key>
          </>
        )}
      </span>
    </button>
  )
}

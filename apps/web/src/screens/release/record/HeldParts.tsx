import { Trans } from '@lingui/react/macro'
import { Lock, LockOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import type { HeldPart } from '@parley/release'
import type { DeskView } from '../../../model/desk/deskView.ts'
import { ClockTime } from './ClockTime.tsx'

/** The parts as they ran, and which were open. */
export function HeldParts({
  parts,
  desk: { zones },
}: {
  parts: readonly HeldPart[]
  desk: DeskView
}): ReactNode {
  return (
    <section aria-labelledby="held-title">
      <h2 id="held-title">
        <Trans>Parts</Trans>
      </h2>
      {parts.length === 0 ? (
        <p className="muted">
          <Trans>No part has begun by the word of every side.</Trans>
        </p>
      ) : (
        <ol className="held">
          {parts.map(({ item, title, from, to, open }) => (
            <li key={from}>
              <span className="held__time">
                <ClockTime at={from} zones={zones} />
                {to === undefined ? null : (
                  <>
                    –<ClockTime at={to} zones={zones} />
                  </>
                )}
              </span>
              <span className="held__title">
                {item}. <bdi>{title}</bdi>
              </span>
              <OpenMark isOpen={open !== undefined} />
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

/** Whether what was said in it may be released, if all sides agree. */
export function OpenMark({ isOpen }: { isOpen: boolean }): ReactNode {
  return (
    <span className={`badge ${isOpen ? 'badge--open' : 'badge--closed'}`}>
      {isOpen ? (
        <>
          <LockOpen className="icon" aria-hidden="true" />
          <Trans>Open part</Trans>
        </>
      ) : (
        <>
          <Lock className="icon" aria-hidden="true" />
          <Trans>Closed part</Trans>
        </>
      )}
    </span>
  )
}

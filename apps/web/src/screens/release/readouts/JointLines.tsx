import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { LineCard } from './LineCard.tsx'
import type { ReadoutsProps } from './parts.ts'

/** The lines that the sides would publish in the same words, and how far each is. */
export function JointLines(props: ReadoutsProps): ReactNode {
  const { lines } = props.view
  return (
    <section className="panel" aria-labelledby="lines-title">
      <div className="panel__head">
        <h2 id="lines-title">
          <Trans>Joint lines</Trans>
        </h2>
      </div>
      <div className="panel__body stack">
        {lines.length === 0 ? (
          <p className="small muted">
            <Trans>
              None yet. A joint line stands in the same words in the accounts of all sides, once
              each of them signed it.
            </Trans>
          </p>
        ) : null}
        {lines.map((line) => (
          <LineCard key={line.n} {...props} line={line} />
        ))}
      </div>
    </section>
  )
}

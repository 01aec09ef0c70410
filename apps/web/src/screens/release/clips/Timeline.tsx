import { Trans, useLingui } from '@lingui/react/macro'
import { clockTimeOf, type PartThatRan } from '@parley/release'
import { Lock, LockOpen } from 'lucide-react'
import type { PointerEvent, ReactNode } from 'react'
import type { ClipDraft, DraftEvent } from '../../../model/release/clips/clipDraft.ts'
import { placeIn } from './placeIn.ts'

/** The whole call: open parts, which can be chosen, and closed ones, which are drawn and cannot. */
export function Timeline({
  parts,
  draft,
  timeZone,
  change,
}: {
  parts: readonly PartThatRan[]
  draft: Pick<ClipDraft, 'cut'>
  timeZone: string
  change: (event: DraftEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const [first, last] = [parts[0], parts.at(-1)]
  if (!first || !last) return null
  const whole = { from: first.from, to: last.to }
  const shortTime = (at: number) => clockTimeOf(at, timeZone).slice(0, 5)
  const choose = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    change({
      type: 'cut-placed',
      at: whole.from + ((event.clientX - box.left) / box.width) * (whole.to - whole.from),
    })
  }
  const { cut } = draft
  return (
    <div className="tl__whole">
      <ol className="sr">
        {parts.map((part) => (
          <li key={part.from}>
            {part.open ? (
              <Trans>
                Open part {part.title}, {shortTime(part.from)} to {shortTime(part.to)}
              </Trans>
            ) : (
              <Trans>
                Closed part {part.title}, {shortTime(part.from)} to {shortTime(part.to)}: never
                recorded, cannot be chosen
              </Trans>
            )}
          </li>
        ))}
      </ol>
      <div
        className="tl__parts"
        role="img"
        aria-label={t`Whole call, ${shortTime(whole.from)} to ${shortTime(whole.to)}. The clip lies at ${shortTime(cut.from)}.`}
        onPointerDown={choose}
      >
        {parts.map((part) => (
          <span
            key={part.from}
            className={part.open ? 'tl__part' : 'tl__part tl__part--closed'}
            style={placeIn(whole, part)}
          >
            <b>
              {part.open ? (
                <LockOpen className="icon" aria-hidden="true" />
              ) : (
                <Lock className="icon" aria-hidden="true" />
              )}
              {part.open ? <Trans>Open part</Trans> : <Trans>Closed part: cannot be chosen</Trans>}
            </b>
            <i />
            <small className="num">{shortTime(part.from)}</small>
          </span>
        ))}
        <small className="num tl__end">{shortTime(whole.to)}</small>
        <span className="tl__cut" style={placeIn(whole, cut)} />
      </div>
    </div>
  )
}

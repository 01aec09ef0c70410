import { Trans, useLingui } from '@lingui/react/macro'
import { clockTimeOf, type PartThatRan } from '@parley/release'
import { Lock, LockOpen } from 'lucide-react'
import type { PointerEvent, ReactNode } from 'react'
import type { ClipDraft, DraftEvent } from '../../../model/release/clips/clipDraft.ts'
import { placeIn } from './placeIn.ts'

/** Of the whole call, from which on a part has room for its word where a window is wide. */
const ROOM_FOR_A_WORD = 1 / 8

/** The whole call: open parts, which can be chosen, and closed ones, which are drawn and cannot. What has no room in the drawing is listed below it. */
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
  const roomy = (whole.to - whole.from) * ROOM_FOR_A_WORD
  const isListed = parts.some(({ from, to }) => to - from < roomy)
  return (
    <div className="tl__whole">
      <ol className={isListed ? 'tl__list tl__list--always' : 'tl__list'}>
        {parts.map((part) => (
          <li key={part.from}>
            <Sign isOpen={part.open} />
            <span>
              {part.open ? (
                <Trans>
                  Open part <bdi>{part.title}</bdi>, {shortTime(part.from)} to {shortTime(part.to)}
                </Trans>
              ) : (
                <Trans>
                  Closed part <bdi>{part.title}</bdi>, {shortTime(part.from)} to{' '}
                  {shortTime(part.to)}: never recorded, cannot be chosen
                </Trans>
              )}
            </span>
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
              <Sign isOpen={part.open} />
              <span className="tl__word">
                {part.open ? <Trans>Open part</Trans> : <Trans>Closed part</Trans>}
              </span>
              {part.open ? null : (
                <span className="tl__more">
                  <Trans>never recorded, cannot be chosen</Trans>
                </span>
              )}
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

function Sign({ isOpen }: { isOpen: boolean }): ReactNode {
  return isOpen ? (
    <LockOpen className="icon" aria-hidden="true" />
  ) : (
    <Lock className="icon" aria-hidden="true" />
  )
}

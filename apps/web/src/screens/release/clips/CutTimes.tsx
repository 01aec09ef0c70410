import { Trans, useLingui } from '@lingui/react/macro'
import { clockTimeOf, readClockTime, type Edge } from '@parley/release'
import { useState, type ReactNode } from 'react'
import { Field } from '../../../components/Field.tsx'
import type { ClipDraft, DraftEvent } from '../../../model/release/clips/clipDraft.ts'
import { Length } from './Length.tsx'

/** Both ends of the clip as times of day, to be written, and how long it is. */
export function CutTimes({
  draft: { cut },
  timeZone,
  change,
}: {
  draft: Pick<ClipDraft, 'cut'>
  timeZone: string
  change: (event: DraftEvent) => void
}): ReactNode {
  const { t } = useLingui()
  return (
    <>
      <div className="times">
        {(['from', 'to'] as const).map((edge) => (
          <TimeField
            key={edge}
            label={edge === 'from' ? t`Begins` : t`Ends`}
            at={cut[edge]}
            timeZone={timeZone}
            onWritten={(to) => change({ type: 'edge-written', edge: edge satisfies Edge, to })}
          />
        ))}
        <p className="len">
          <Length ms={cut.to - cut.from} />
        </p>
      </div>
      <p className="caption">
        <Trans>A time in another open part puts the clip there.</Trans>
      </p>
    </>
  )
}

function TimeField({
  label,
  at,
  timeZone,
  onWritten,
}: {
  label: string
  at: number
  timeZone: string
  onWritten: (at: number) => void
}): ReactNode {
  const [written, setWritten] = useState<{ text: string; over: number }>()
  const text = written?.over === at ? written.text : clockTimeOf(at, timeZone)
  const read = readClockTime(text, { near: at, timeZone })
  const tell = () => {
    if (read === undefined || !written) return
    if (read !== at) onWritten(read)
    // Where it could not be put there, what stands here is where it is.
    setWritten(undefined)
  }
  return (
    <Field
      code
      label={label}
      value={text}
      onChange={(typed) => setWritten({ text: typed, over: at })}
      onBlur={tell}
      onKeyDown={({ key }) => {
        if (key === 'Enter') tell()
      }}
      error={read === undefined ? <Trans>Write a time such as 10:12:08.4.</Trans> : null}
    />
  )
}

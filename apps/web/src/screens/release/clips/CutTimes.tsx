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
    <div className="times">
      {(['from', 'to'] as const).map((edge) => (
        <TimeField
          key={`${edge} ${cut[edge]}`}
          label={edge === 'from' ? t`Begins` : t`Ends`}
          at={cut[edge]}
          timeZone={timeZone}
          onWritten={(to) => change({ type: 'edge-moved', edge: edge satisfies Edge, to })}
        />
      ))}
      <p className="len">
        <Length ms={cut.to - cut.from} />
      </p>
    </div>
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
  const [text, setText] = useState(clockTimeOf(at, timeZone))
  const read = readClockTime(text, { near: at, timeZone })
  const tell = () => {
    if (read !== undefined && read !== at) onWritten(read)
  }
  return (
    <Field
      code
      label={label}
      value={text}
      onChange={setText}
      onBlur={tell}
      onKeyDown={({ key }) => {
        if (key === 'Enter') tell()
      }}
      error={read === undefined ? <Trans>Write a time such as 10:12:08.4.</Trans> : null}
    />
  )
}

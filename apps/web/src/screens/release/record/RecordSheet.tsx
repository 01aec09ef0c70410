import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { DeskView } from '../../../model/desk/deskView.ts'
import type { RecordView } from '../../../model/release/record/recordView.ts'
import { Moment } from '../../desk/Moment.tsx'
import { Attendance } from './Attendance.tsx'
import { HeldParts } from './HeldParts.tsx'
import { Tellings } from './Tellings.tsx'

/** The record as a document: it is read, signed and printed as it stands. */
export function RecordSheet({ view, desk }: { view: RecordView; desk: DeskView }): ReactNode {
  const { story } = view
  const { inForce } = desk.plan
  return (
    <article className="panel doc">
      <div className="doc__head">
        <div>
          <p className="eyebrow">
            <Trans>Record</Trans>
          </p>
          <h1>
            <bdi>{inForce.title}</bdi>
          </h1>
          <p className="muted">
            <Moment at={story?.held?.from ?? inForce.start} zones={desk.zones} />
          </p>
        </div>
        {story && story.entries > 0 ? (
          <p className="small muted">
            <Plural value={story.entries} one="# entry" other="# entries" />
          </p>
        ) : null}
      </div>
      {story && story.entries > 0 ? (
        <>
          <Attendance story={story} desk={desk} />
          <HeldParts parts={view.parts} desk={desk} />
          <Tellings told={view.told} desk={desk} />
        </>
      ) : (
        <p className="muted">
          {view.isRead ? (
            <Trans>
              Nothing yet. From when somebody comes into the call, each device signs what happens:
              who is there, which microphones are open, which part runs. Never what is said.
            </Trans>
          ) : (
            <Trans>It is being read.</Trans>
          )}
        </p>
      )}
    </article>
  )
}

import { useState, type ReactNode } from 'react'
import { BeforePublic } from './BeforePublic.tsx'
import { Comments } from './Comments.tsx'
import { EmbargoPanel } from './EmbargoPanel.tsx'
import { JointLines } from './JointLines.tsx'
import { OwnSheet } from './OwnSheet.tsx'
import type { ReadoutsProps, SheetMode } from './parts.ts'
import { Published } from './Published.tsx'
import { ReadoutNotices } from './ReadoutNotices.tsx'
import { SharedWithUs } from './SharedWithUs.tsx'
import { Sharing } from './Sharing.tsx'
import { SignaturePanel } from './SignaturePanel.tsx'

/** The readout of a side at its desk: the text, and beside it what stands between it and the public. */
export function Readouts(props: ReadoutsProps): ReactNode {
  const [mode, setMode] = useState<SheetMode>('write')
  const { view } = props
  return (
    <>
      <ReadoutNotices {...props} />
      <div className="ed">
        <div className="stack ed__main">
          <OwnSheet {...props} mode={mode} onMode={setMode} />
          <Comments {...props} />
        </div>
        <div className="stack ed__beside">
          <BeforePublic {...props} onMode={setMode} />
          <EmbargoPanel {...props} />
          <SignaturePanel {...props} mode={mode} onMode={setMode} />
          {view.published.length > 0 ? <Published {...props} onMode={setMode} /> : null}
          <JointLines {...props} />
          <Sharing {...props} />
          <SharedWithUs {...props} />
        </div>
      </div>
    </>
  )
}

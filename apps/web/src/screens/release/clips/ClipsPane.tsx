import { useState, type ReactNode } from 'react'
import type { ClipsModel } from '../../../model/release/clips/clipsModel.ts'
import { useSignal } from '../../../useSignal.ts'
import { ClipEditor } from './ClipEditor.tsx'
import { ClipList } from './ClipList.tsx'
import { ClipPage } from './ClipPage.tsx'
import { ClipTroubleBanner } from './ClipTroubleBanner.tsx'
import { NothingYet } from './NothingYet.tsx'
import { OpenRecording } from './OpenRecording.tsx'
import './clips.css'
import './timeline.css'

/** The clips of a desk: those that somebody proposed, and one in the making. */
export function ClipsPane({ model }: { model: ClipsModel }): ReactNode {
  const view = useSignal(model.view)
  const [chosen, setChosen] = useState<number>()
  const send = (event: Parameters<ClipsModel['send']>[0]) => void model.send(event)
  const { clips, draft } = view
  const shown = clips.find(({ n }) => n === chosen) ?? clips.at(-1)
  return (
    <div className="clips">
      {view.trouble ? <ClipTroubleBanner trouble={view.trouble} send={send} /> : null}
      {draft ? (
        <ClipEditor draft={draft} view={view} model={model} send={send} />
      ) : (
        <>
          {shown ? (
            <ClipList clips={clips} shown={shown.n} onShow={setChosen}>
              <ClipPage key={shown.hash} clip={shown} view={view} send={send} />
            </ClipList>
          ) : (
            <NothingYet view={view} />
          )}
          <OpenRecording view={view} send={send} />
        </>
      )}
    </div>
  )
}

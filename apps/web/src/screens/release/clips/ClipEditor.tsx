import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { DraftEvent } from '../../../model/release/clips/clipDraft.ts'
import type { ClipsModel } from '../../../model/release/clips/clipsModel.ts'
import type { ClipsEvent, ClipsView, DraftView } from '../../../model/release/clips/clipsView.ts'
import { CaptionFields } from './CaptionFields.tsx'
import { CloseUpStrip } from './CloseUpStrip.tsx'
import { CutTimes } from './CutTimes.tsx'
import { MakeBar } from './MakeBar.tsx'
import { Preview } from './Preview.tsx'
import { SceneFields } from './SceneFields.tsx'
import { Timeline } from './Timeline.tsx'
import { WordFields } from './WordFields.tsx'

/** A clip in the making: where it lies, who is in it, in what words, and how it looks. */
export function ClipEditor({
  draft,
  view,
  model,
  send,
}: {
  draft: DraftView
  view: ClipsView
  model: Pick<ClipsModel, 'show' | 'listen'>
  send: (event: ClipsEvent) => void
}): ReactNode {
  const { recording, timeZone } = view
  const change = (event: DraftEvent) => send({ type: 'draft-changed', change: event })
  if (recording.is !== 'open') return null
  const isAnother = view.clips.some(({ n }) => n === draft.n)
  return (
    <>
      <div className="row row--apart row--wrap">
        <div>
          <h1>
            {isAnother ? (
              <Trans>Another cut of clip {draft.n}</Trans>
            ) : (
              <Trans>Clip {draft.n}, in the making</Trans>
            )}
          </h1>
          <p className="muted">
            <Trans>Nobody else sees anything of it before you propose it.</Trans>
          </p>
        </div>
        <Button className="btn" onPress={() => send({ type: 'draft-left' })}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
      <div className="rel">
        <div className="stack">
          <section className="panel tl" aria-labelledby="clip-where">
            <h2 id="clip-where" className="sr">
              <Trans>Where the clip lies</Trans>
            </h2>
            <Timeline parts={recording.parts} draft={draft} timeZone={timeZone} change={change} />
            {draft.closeUp ? (
              <CloseUpStrip
                closeUp={draft.closeUp}
                draft={draft}
                people={recording.people}
                timeZone={timeZone}
                change={change}
              />
            ) : null}
            <CutTimes draft={draft} timeZone={timeZone} change={change} />
            {isAnother ? (
              <p className="small muted">
                <Trans>A new cut makes a new code and withdraws the signature already given.</Trans>
              </p>
            ) : null}
          </section>
          <SceneFields recording={recording} draft={draft} change={change} />
          <CaptionFields draft={draft} timeZone={timeZone} change={change} />
        </div>
        <div className="stack">
          <Preview
            key={`${draft.people.join()} ${draft.cut.from} ${draft.cut.to} ${draft.sounds.join()}`}
            draft={draft}
            timeZone={timeZone}
            model={model}
            change={change}
          />
          <WordFields draft={draft} languages={view.languages} change={change} />
          <MakeBar draft={draft} send={send} />
        </div>
      </div>
    </>
  )
}

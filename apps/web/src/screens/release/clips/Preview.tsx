import { Trans, useLingui } from '@lingui/react/macro'
import { clockTimeOf } from '@parley/release'
import { Image, Play, Square } from 'lucide-react'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { DraftEvent } from '../../../model/release/clips/clipDraft.ts'
import type { ClipsModel } from '../../../model/release/clips/clipsModel.ts'
import type { DraftView } from '../../../model/release/clips/clipsView.ts'
import { usePreview } from './usePreview.ts'

/** How the clip will look and sound, at any moment of it, before anything is made. */
export function Preview({
  draft,
  timeZone,
  model,
  change,
}: {
  draft: DraftView
  timeZone: string
  model: Pick<ClipsModel, 'show' | 'listen'>
  change: (event: DraftEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const { cut } = draft
  const canvas = useRef<HTMLCanvasElement>(null)
  const audio = useRef<HTMLAudioElement>(null)
  const [at, setAt] = useState(cut.from)
  const shown = Math.max(cut.from, Math.min(at, cut.to))
  const preview = usePreview({ canvas, audio, model })
  const { show } = preview
  useEffect(() => show(shown), [show, shown])
  const time = clockTimeOf(shown, timeZone)
  return (
    <section className="panel" aria-labelledby="clip-preview">
      <div className="panel__head">
        <h2 id="clip-preview" className="clips__head">
          <Trans>How it will look</Trans>
        </h2>
        <span className="code small">{time}</span>
      </div>
      <div className="tile">
        <canvas
          ref={canvas}
          width={1280}
          height={720}
          role="img"
          aria-label={t`Picture at ${time}`}
        />
      </div>
      <audio ref={audio} hidden />
      <div className="panel__body stack">
        <input
          type="range"
          className="preview__at"
          dir="ltr"
          min={0}
          max={cut.to - cut.from}
          step={100}
          value={shown - cut.from}
          aria-label={t`Moment of the clip`}
          aria-valuetext={time}
          onChange={({ target }) => setAt(cut.from + Number(target.value))}
        />
        <div className="row row--wrap">
          {preview.isPlaying ? (
            <Button className="btn" onPress={preview.stop}>
              <Square className="icon" aria-hidden="true" />
              <Trans>Stop playing</Trans>
            </Button>
          ) : (
            <Button
              className="btn"
              isDisabled={preview.isLoading}
              onPress={() =>
                void preview.play({ from: cut.from, begin: shown - cut.from, onAt: setAt })
              }
            >
              <Play className="icon" aria-hidden="true" />
              <Trans>Play the cut</Trans>
            </Button>
          )}
          <Button className="btn" onPress={() => change({ type: 'poster-chosen', at: shown })}>
            <Image className="icon" aria-hidden="true" />
            <Trans>Take it as the still picture</Trans>
          </Button>
        </div>
        <p className="caption" role="status">
          <Trans>The still picture is that of {clockTimeOf(draft.posterAt, timeZone)}.</Trans>
        </p>
      </div>
    </section>
  )
}

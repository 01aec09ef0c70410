import { Trans, useLingui } from '@lingui/react/macro'
import { CAPTION_LENGTH, clockTimeOf, readClockTime, type Caption } from '@parley/release'
import { Plus, Trash2 } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { DraftEvent } from '../../../model/release/clips/clipDraft.ts'
import type { DraftView } from '../../../model/release/clips/clipsView.ts'

/** What is said in the clip, line by line, for whoever cannot hear it. */
export function CaptionFields({
  draft,
  timeZone,
  change,
}: {
  draft: DraftView
  timeZone: string
  change: (event: DraftEvent) => void
}): ReactNode {
  const last = draft.captions.at(-1)
  return (
    <section className="panel" aria-labelledby="clip-said">
      <div className="panel__head">
        <h2 id="clip-said" className="clips__head">
          <Trans>What is said in it</Trans>
        </h2>
        <span className="small muted">
          <Trans>Subtitles, if you write some</Trans>
        </span>
      </div>
      <ol className="captions">
        {draft.captions.map((caption, place) => (
          <CaptionLine
            // oxlint-disable-next-line react/no-array-index-key -- a caption has no other name
            key={place}
            caption={caption}
            place={place}
            draft={draft}
            timeZone={timeZone}
            change={change}
          />
        ))}
      </ol>
      <p className="panel__body">
        <Button
          className="btn"
          onPress={() => change({ type: 'caption-added', at: draft.cut.from + (last?.to ?? 0) })}
        >
          <Plus className="icon" aria-hidden="true" />
          <Trans>Add a line</Trans>
        </Button>
      </p>
    </section>
  )
}

function CaptionLine({
  caption,
  place,
  draft,
  timeZone,
  change,
}: {
  caption: Caption
  place: number
  draft: DraftView
  timeZone: string
  change: (event: DraftEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const number = place + 1
  const write = (changed: Partial<Caption>) =>
    change({ type: 'caption-written', place, caption: { ...caption, ...changed } })
  const time = (edge: 'from' | 'to', label: string) => (
    <TimeInput
      label={label}
      at={draft.cut.from + caption[edge]}
      timeZone={timeZone}
      onWritten={(at) => write({ [edge]: Math.max(0, at - draft.cut.from) })}
    />
  )
  return (
    <li className="captions__line">
      {time('from', t`Line ${number} from`)}
      {time('to', t`Line ${number} to`)}
      <input
        className="input"
        dir="auto"
        lang={draft.language}
        aria-label={t`Words of line ${number}`}
        value={caption.text}
        maxLength={CAPTION_LENGTH}
        onChange={({ target }) => write({ text: target.value })}
      />
      <Button
        className="btn btn--quiet btn--icon"
        aria-label={t`Remove line ${number}`}
        onPress={() => change({ type: 'caption-removed', place })}
      >
        <Trash2 className="icon" aria-hidden="true" />
      </Button>
    </li>
  )
}

function TimeInput({
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
  return (
    <input
      className="input code"
      aria-label={label}
      aria-invalid={read === undefined}
      value={text}
      onChange={({ target }) => setWritten({ text: target.value, over: at })}
      onBlur={() => {
        if (read !== undefined && read !== at) onWritten(read)
      }}
    />
  )
}

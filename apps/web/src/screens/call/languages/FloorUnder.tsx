import { Trans, useLingui } from '@lingui/react/macro'
import { useId, type ReactNode } from 'react'
import type { ListeningGesture } from '../../../model/callEvent.ts'

/** How loud the original voice is under the interpreter. */
export function FloorUnder({
  percent,
  send,
}: {
  percent: number
  send: (gesture: ListeningGesture) => void
}): ReactNode {
  const { i18n } = useLingui()
  const id = useId()
  const words = i18n.number(percent / 100, { style: 'percent' })
  return (
    <div className="field">
      <div className="listen__under">
        <label htmlFor={id}>
          <Trans>Original voice under the interpreter</Trans>
        </label>
        <bdi className="num small">{words}</bdi>
      </div>
      <input
        id={id}
        className="listen__slider"
        type="range"
        min={0}
        max={100}
        step={5}
        value={percent}
        aria-valuetext={words}
        onChange={({ target }) => send({ type: 'under-chosen', percent: target.valueAsNumber })}
      />
      <span className="hint">
        {percent === 0 ? (
          <Trans>You hear the interpreter alone.</Trans>
        ) : (
          <Trans>You still hear who is speaking.</Trans>
        )}
      </span>
    </div>
  )
}

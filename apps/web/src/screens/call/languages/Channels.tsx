import { Trans, useLingui } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import { useId, type ReactNode } from 'react'
import type { ListeningGesture } from '../../../model/callEvent.ts'
import type { Levels } from '../../../model/callSpeaker.ts'
import type { ChannelRow, ListeningView } from '../../../model/listening/listeningView.ts'
import { useNames } from '../sentences/useNames.ts'
import { useTime } from '../useTime.ts'
import { FloorUnder } from './FloorUnder.tsx'
import { Tongue } from './Tongue.tsx'
import { SeatLevel } from '../../../components/SeatLevel.tsx'

/** All that one can listen to, and how loud the original voice is under it. `name` tells its buttons from others in the page. */
export function Channels({
  name,
  listening: { channels, underPercent },
  levels,
  send,
}: {
  name: string
  listening: ListeningView
  levels: ReadonlySignal<Levels>
  send: (gesture: ListeningGesture) => void
}): ReactNode {
  const { t } = useLingui()
  if (channels.length === 0)
    return (
      <p className="small muted">
        <Trans>No seat of this call interprets. Everybody hears the floor.</Trans>
      </p>
    )
  return (
    <>
      <div className="listen" role="radiogroup" aria-label={t`I hear`}>
        {channels.map((row) => (
          <Channel key={row.key} name={name} row={row} levels={levels} send={send} />
        ))}
      </div>
      <FloorUnder percent={underPercent} send={send} />
    </>
  )
}

function Channel({
  name,
  row,
  levels,
  send,
}: {
  name: string
  row: ChannelRow
  levels: ReadonlySignal<Levels>
  send: (gesture: ListeningGesture) => void
}): ReactNode {
  const { channel, of, seat, isChosen } = row
  const captionId = useId()
  return (
    <label className="choice choice--card">
      <input
        type="radio"
        name={name}
        checked={isChosen}
        aria-describedby={captionId}
        onChange={() => send({ type: 'listening-chosen', channel })}
      />
      <span className="listen__row">
        <b>{channel ? <Tongue of={channel.language} /> : <Trans>Floor</Trans>}</b>
        {of && (
          <span className="small">
            <bdi>{of.name}</bdi>
          </span>
        )}
        <span className="caption" id={captionId}>
          <Caption row={row} />
        </span>
        <SeatLevel levels={levels} seat={seat} />
      </span>
    </label>
  )
}

function Caption({ row: { channel, name, sinceMs, partners } }: { row: ChannelRow }): ReactNode {
  const time = useTime()
  const join = useNames()
  if (!channel) return name === undefined ? <Trans>the original voices</Trans> : <bdi>{name}</bdi>
  if (name === undefined)
    return partners.length === 0 ? (
      <Trans>Nobody is here to interpret.</Trans>
    ) : (
      <Trans>Nobody is on air. Here: {join(partners)}.</Trans>
    )
  if (sinceMs === undefined) return <bdi>{name}</bdi>
  return (
    <Trans>
      {name}, since {time(sinceMs)}
    </Trans>
  )
}

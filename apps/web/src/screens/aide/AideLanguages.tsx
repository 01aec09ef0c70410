import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { AideChannel, AideEvent } from '../../model/aide/aideView.ts'
import { Tongue } from '../call/languages/Tongue.tsx'

/** What is heard in the room. */
export function AideLanguages({
  channels,
  send,
}: {
  channels: readonly AideChannel[]
  send: (event: AideEvent) => void
}): ReactNode {
  return (
    <fieldset className="panel aide__part">
      <legend>
        <Trans>In the room one hears</Trans>
      </legend>
      {channels.map(({ key, channel, of, isChosen }) => (
        <label key={key} className="choice choice--card">
          <input
            type="radio"
            name="aide-language"
            checked={isChosen}
            onChange={() => send({ type: 'channel-chosen', channel })}
          />
          <span>
            <b>{channel ? <Tongue of={channel.language} /> : <Trans>Floor</Trans>}</b>
            <span className="caption">
              {of !== undefined && <bdi>{of}</bdi>}
              {!channel && <Trans>the original voices</Trans>}
            </span>
          </span>
        </label>
      ))}
    </fieldset>
  )
}

import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { ChoiceCard } from '../../components/ChoiceCard.tsx'
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
        <ChoiceCard
          key={key}
          name="aide-language"
          isChosen={isChosen}
          onChoose={() => send({ type: 'channel-chosen', channel })}
          caption={
            <>
              {of !== undefined && <bdi>{of}</bdi>}
              {!channel && <Trans>the original voices</Trans>}
            </>
          }
        >
          <b>{channel ? <Tongue of={channel.language} /> : <Trans>Floor</Trans>}</b>
        </ChoiceCard>
      ))}
    </fieldset>
  )
}

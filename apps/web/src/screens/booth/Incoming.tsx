import { Trans, useLingui } from '@lingui/react/macro'
import type { ReadonlySignal } from '@preact/signals-core'
import { useId, type ReactNode } from 'react'
import { SeatLevel } from '../../components/SeatLevel.tsx'
import type { BoothGesture } from '../../model/booth/boothEvent.ts'
import type { BoothView } from '../../model/booth/boothView.ts'
import { nextRelay, type Relay } from '../../model/booth/relays.ts'
import type { CallScreenEvent } from '../../model/callEvent.ts'
import type { Levels } from '../../model/callSpeaker.ts'
import { Tile } from '../call/stage/Tile.tsx'
import { Key } from './Key.tsx'
import { KEYS } from './keys.ts'
import { Tongue } from './Tongue.tsx'

/** What comes in: who speaks, what one listens to, and how loud. */
export function Incoming({
  view: { speaker, relays, loudness },
  levels,
  send,
  sendCall,
  children,
}: {
  view: BoothView
  levels: ReadonlySignal<Levels>
  send: (gesture: BoothGesture) => void
  sendCall: (event: CallScreenEvent) => void
  /** What is spoken about. */
  children: ReactNode
}): ReactNode {
  const { t } = useLingui()
  const [headId, loudId, hintId] = [useId(), useId(), useId()]
  const next = nextRelay(relays)
  return (
    <section className="booth__in" aria-label={t`What comes in`}>
      <div className="booth__picture">
        {speaker && (
          <Tile key={speaker.key} tile={speaker} place={0} levels={levels} send={sendCall} />
        )}
      </div>
      {children}
      <h2 id={headId}>
        <Trans>Listen to</Trans>
      </h2>
      <div className="booth__relays" role="radiogroup" aria-labelledby={headId}>
        {relays.map((relay) => (
          <OneRelay
            key={relay.key}
            relay={relay}
            shortcut={relay.channel ? (relay === next ? KEYS.relay : undefined) : KEYS.floor}
            levels={levels}
            send={sendCall}
          />
        ))}
      </div>
      <div className="field">
        <label htmlFor={loudId}>
          <Trans>Loudness in my ears</Trans>
        </label>
        <input
          id={loudId}
          className="booth__loud"
          type="range"
          min={0}
          max={100}
          step={5}
          value={Math.round(loudness * 100)}
          aria-describedby={hintId}
          onChange={({ target }) =>
            send({ type: 'loudness-chosen', loudness: target.valueAsNumber / 100 })
          }
        />
        <span className="hint" id={hintId}>
          <Trans>Peaks are limited to protect your hearing.</Trans>
        </span>
      </div>
    </section>
  )
}

function OneRelay({
  relay,
  shortcut,
  levels,
  send,
}: {
  relay: Relay
  shortcut: string | undefined
  levels: ReadonlySignal<Levels>
  send: (event: CallScreenEvent) => void
}): ReactNode {
  const { channel, of, seat, isChosen } = relay
  const captionId = useId()
  return (
    <label className="choice choice--card">
      <input
        type="radio"
        name="booth-listens"
        checked={isChosen}
        aria-describedby={captionId}
        aria-keyshortcuts={shortcut}
        onChange={() => send({ type: 'listening-chosen', channel })}
      />
      <span className="booth__relay">
        <b>
          <span>
            {channel ? (
              <Trans>
                Relay, <Tongue of={channel.language} />
              </Trans>
            ) : (
              <Trans>Floor</Trans>
            )}
          </span>
          {shortcut && <Key>{shortcut}</Key>}
        </b>
        {of && (
          <span className="caption">
            <bdi>{of.name}</bdi>
          </span>
        )}
        <span className="caption" id={captionId}>
          <RelayWords relay={relay} />
        </span>
        <SeatLevel levels={levels} seat={seat} />
      </span>
    </label>
  )
}

/** Whose voice it is, how far it is behind the floor, and how long its sound is under way. */
function RelayWords({
  relay: { channel, name, speaks, behindMs, wayMs },
}: {
  relay: Relay
}): ReactNode {
  const { i18n } = useLingui()
  const seconds = behindMs === undefined ? undefined : i18n.number(Math.round(behindMs / 500) / 2)
  return (
    <>
      {channel ? (
        name === undefined ? (
          <Trans>nobody is on air</Trans>
        ) : seconds === undefined ? (
          <bdi>{name}</bdi>
        ) : (
          <Trans>
            {name}, {seconds} s behind the floor
          </Trans>
        )
      ) : speaks === undefined ? (
        <Trans>the original voice</Trans>
      ) : (
        <Trans>
          the original voice, now <Tongue of={speaks} />
        </Trans>
      )}
      {wayMs !== undefined && (
        <>
          {' · '}
          <Trans>{wayMs} ms under way</Trans>
        </>
      )}
    </>
  )
}

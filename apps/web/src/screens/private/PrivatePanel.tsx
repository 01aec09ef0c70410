import { Trans, useLingui } from '@lingui/react/macro'
import { Ear } from 'lucide-react'
import type { ReactNode } from 'react'
import { ToggleButton } from '../../components/ToggleButton.tsx'
import { Status, type StatusKind } from '../../components/Status.tsx'
import type { PrivateEvent } from '../../model/callEvent.ts'
import type { PrivateHearing, PrivateRow, PrivateView } from '../../model/private/privateView.ts'
import { useNames } from '../call/sentences/useNames.ts'
import { PRIVATE_WHY_ID, PushToTalk } from './PushToTalk.tsx'
import { PRIVATE_HEARING, PRIVATE_UNAVAILABLE } from './sentences.ts'
import { useHold } from './useHold.ts'

/** One's own side's room: the button to speak there, and who hears it. */
export function PrivatePanel({
  privately,
  send,
}: {
  privately: PrivateView
  send: (event: PrivateEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const { own, others, talk, unavailable, rows } = privately
  const join = useNames()
  return (
    <>
      <div className="stack private__about">
        <h2>
          <Trans>
            Private room: <bdi>{own.name}</bdi>
          </Trans>
        </h2>
        <p className="small muted">
          <Trans>Your plenary microphone closes first, and stays closed.</Trans>
        </p>
      </div>
      <PushToTalk privately={privately} send={send} />
      <p id={PRIVATE_WHY_ID} className="small private__why">
        {unavailable !== undefined && talk.is === 'none' && t(PRIVATE_UNAVAILABLE[unavailable])}
      </p>
      <ToggleButton
        className="btn btn--wide private__stays"
        isSelected={talk.stays}
        isDisabled={unavailable !== undefined && talk.is === 'none'}
        onChange={() => send({ type: 'private-pressed', stays: true })}
      >
        {talk.stays ? (
          <Trans>Stays open until pressed again</Trans>
        ) : (
          <Trans>Without holding: press, and press again to stop</Trans>
        )}
      </ToggleButton>
      <section className={`side-${own.place}`} aria-labelledby="private-who">
        <h2 id="private-who">
          <Trans>Who hears this</Trans>
        </h2>
        {rows.length === 0 && (
          <p className="muted small">
            <Trans>Nobody else of your side is here.</Trans>
          </p>
        )}
        <ul className="ppl">
          {rows.map((row) => (
            <Row
              key={row.seat}
              row={row}
              talk={talk}
              canSpeak={unavailable === undefined}
              send={send}
            />
          ))}
        </ul>
      </section>
      <p className="small muted">
        <Trans>
          The private room has its own key. Passes of {join(others)} do not open it, and nothing of
          it is recorded.
        </Trans>
      </p>
    </>
  )
}

const SHAPES: Readonly<Record<PrivateHearing, StatusKind>> = {
  'hears-you': 'good',
  'is-in': 'good',
  'does-not-hear-you': 'not',
  held: 'not',
  'not-confirmed': 'awaited',
  'left-out': 'awaited',
  'not-in': 'awaited',
  'not-cleared': 'awaited',
}

function Row({
  row: { name, office, is, isSpeaking, leaf },
  talk,
  canSpeak,
  send,
}: {
  row: PrivateRow
  talk: PrivateView['talk']
  canSpeak: boolean
  send: (event: PrivateEvent) => void
}): ReactNode {
  const { t } = useLingui()
  return (
    <li>
      <div className="who">
        <bdi>{name}</bdi>
        <span>
          <bdi>{office}</bdi>
        </span>
      </div>
      <div className="st">
        {isSpeaking && (
          <Status kind="good">
            <Trans>speaks privately</Trans>
          </Status>
        )}
        <Status kind={SHAPES[is]}>{t(PRIVATE_HEARING[is])}</Status>
      </div>
      {leaf !== undefined && (
        <Whisper
          name={name}
          leaf={leaf}
          isDisabled={!canSpeak && talk.is === 'none'}
          isOn={talk.is === 'speaking' && is === 'hears-you' && talk.to !== undefined}
          send={send}
        />
      )}
    </li>
  )
}

/** Held, what one says is played by that person's device alone. */
function Whisper({
  name,
  leaf,
  isDisabled,
  isOn,
  send,
}: {
  name: string
  leaf: NonNullable<PrivateRow['leaf']>
  isDisabled: boolean
  isOn: boolean
  send: (event: PrivateEvent) => void
}): ReactNode {
  const hold = useHold(send, leaf)
  return (
    <button
      type="button"
      className="btn private__whisper"
      aria-pressed={isOn}
      disabled={isDisabled}
      {...hold}
    >
      <Ear className="icon" aria-hidden />
      <Trans>
        Hold to whisper<span className="sr"> to {name}</span>
      </Trans>
    </button>
  )
}

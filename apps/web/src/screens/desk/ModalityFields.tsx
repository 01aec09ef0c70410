import { Trans, useLingui } from '@lingui/react/macro'
import type { Modalities } from '@parley/seal'
import type { ReactNode } from 'react'
import { Field } from '../../components/Field.tsx'

/** How the call is held, while it is written. */
export function ModalityFields({
  modalities: { recording, ifLineDrops, peopleInRoom, aideOpens },
  onChange,
}: {
  modalities: Modalities
  onChange: (part: Partial<Modalities>) => void
}): ReactNode {
  const { t } = useLingui()
  return (
    <>
      <fieldset className="stack">
        <legend>
          <Trans>Recording</Trans>
        </legend>
        <label className="choice choice--card">
          <input
            type="radio"
            name="recording"
            checked={recording === 'never'}
            onChange={() => onChange({ recording: 'never' })}
          />
          <span>
            <Trans>Never</Trans>
            <span className="caption">
              <Trans>No device records. Nothing can be released.</Trans>
            </span>
          </span>
        </label>
        <label className="choice choice--card">
          <input
            type="radio"
            name="recording"
            checked={recording === 'open-parts'}
            onChange={() => onChange({ recording: 'open-parts' })}
          />
          <span>
            <Trans>Open parts only</Trans>
            <span className="caption">
              <Trans>A clip of an open part needs the signature of both sides.</Trans>
            </span>
          </span>
        </label>
      </fieldset>
      <Field
        label={t`If the line drops (optional)`}
        hint={t`Such as “We wait ten minutes; then the desks ring each other.”`}
        maxLength={300}
        value={ifLineDrops}
        onChange={(text) => onChange({ ifLineDrops: text })}
      />
      <Field
        label={t`People in the room (optional)`}
        hint={t`Such as “Only those who have a seat, and a doctor.”`}
        maxLength={300}
        value={peopleInRoom}
        onChange={(text) => onChange({ peopleInRoom: text })}
      />
      <fieldset className="stack">
        <legend>
          <Trans>An aide’s console may open the microphone</Trans>
        </legend>
        <label className="choice choice--card">
          <input
            type="radio"
            name="aide-opens"
            checked={aideOpens === undefined}
            onChange={() => onChange({ aideOpens: undefined })}
          />
          <span>
            <Trans>Only after a confirmation in the room</Trans>
            <span className="caption">
              <Trans>Whoever sits there is asked, and presses a button.</Trans>
            </span>
          </span>
        </label>
        <label className="choice choice--card">
          <input
            type="radio"
            name="aide-opens"
            checked={aideOpens === 'at-once'}
            onChange={() => onChange({ aideOpens: 'at-once' })}
          />
          <span>
            <Trans>At once</Trans>
            <span className="caption">
              <Trans>It opens without a press in the room. Every side signs this.</Trans>
            </span>
          </span>
        </label>
      </fieldset>
    </>
  )
}

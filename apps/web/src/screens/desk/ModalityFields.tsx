import { Trans, useLingui } from '@lingui/react/macro'
import type { Modalities } from '@parley/seal'
import type { ReactNode } from 'react'
import { ChoiceCard } from '../../components/ChoiceCard.tsx'
import { Field } from '../../components/Field.tsx'

/** As offered: a clip takes some days to agree on. */
const KEEP_DAYS = 30

/** How the call is held, while it is written. */
export function ModalityFields({
  modalities: { recording, keepDays, ifLineDrops, peopleInRoom, aideOpens },
  isKeepDaysWrong,
  onChange,
}: {
  modalities: Modalities
  isKeepDaysWrong: boolean
  onChange: (part: Partial<Modalities>) => void
}): ReactNode {
  const { t } = useLingui()
  return (
    <>
      <fieldset className="stack">
        <legend>
          <Trans>Recording</Trans>
        </legend>
        <ChoiceCard
          name="recording"
          isChosen={recording === 'never'}
          onChoose={() => onChange({ recording: 'never' })}
          caption={<Trans>No device records. Nothing can be released.</Trans>}
        >
          <Trans>Never</Trans>
        </ChoiceCard>
        <ChoiceCard
          name="recording"
          isChosen={recording === 'open-parts'}
          onChoose={() => onChange({ recording: 'open-parts', keepDays: keepDays ?? KEEP_DAYS })}
          caption={<Trans>A clip of an open part needs the signature of both sides.</Trans>}
        >
          <Trans>Open parts only</Trans>
        </ChoiceCard>
        {recording === 'open-parts' && (
          <Field
            type="number"
            label={t`Days that recordings are kept`}
            hint={t`From the start of the call. What is not released by then is destroyed.`}
            value={keepDays === undefined ? '' : String(keepDays)}
            onChange={(days) =>
              onChange({ keepDays: days === '' ? undefined : Math.trunc(Number(days)) })
            }
            error={isKeepDaysWrong ? t`From one day to ten years.` : undefined}
          />
        )}
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
        <ChoiceCard
          name="aide-opens"
          isChosen={aideOpens === undefined}
          onChoose={() => onChange({ aideOpens: undefined })}
          caption={<Trans>Whoever sits there is asked, and presses a button.</Trans>}
        >
          <Trans>Only after a confirmation in the room</Trans>
        </ChoiceCard>
        <ChoiceCard
          name="aide-opens"
          isChosen={aideOpens === 'at-once'}
          onChoose={() => onChange({ aideOpens: 'at-once' })}
          caption={<Trans>It opens without a press in the room. Every side signs this.</Trans>}
        >
          <Trans>At once</Trans>
        </ChoiceCard>
      </fieldset>
    </>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useId, type ReactNode } from 'react'
import { tongue } from '../../../language/tongues.ts'
import type { DraftEvent } from '../../../model/release/clips/clipDraft.ts'
import type { DraftView, RecordingHere } from '../../../model/release/clips/clipsView.ts'
import type { RecordedPerson } from '../../../model/release/clips/recordedScene.ts'

/** Who is in the picture, one or two side by side, and what of the sound is released. */
export function SceneFields({
  recording,
  draft,
  change,
}: {
  recording: Extract<RecordingHere, { is: 'open' }>
  draft: DraftView
  change: (event: DraftEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const seen = recording.people.filter(({ pictures }) => pictures.length > 0)
  const [first, second] = draft.people
  return (
    <div className="two">
      <section className="panel panel__body stack" aria-labelledby="clip-picture">
        <h2 id="clip-picture" className="clips__head">
          <Trans>In the picture</Trans>
        </h2>
        <PersonField
          label={t`First`}
          people={seen}
          chosen={first}
          onChosen={(seat) =>
            seat && change({ type: 'people-chosen', people: [seat, ...others(seat)] })
          }
        />
        <PersonField
          label={t`Beside`}
          people={seen.filter(({ seat }) => seat !== first)}
          chosen={second}
          nobody={t`Nobody else`}
          onChosen={(seat) =>
            first && change({ type: 'people-chosen', people: seat ? [first, seat] : [first] })
          }
        />
      </section>
      <fieldset className="panel panel__body">
        <legend className="sr">
          <Trans>Sound that is released</Trans>
        </legend>
        <h2 className="clips__head" aria-hidden="true">
          <Trans>Sound that is released</Trans>
        </h2>
        {recording.sounds.map(({ choice, into, sideName }) => (
          <label key={choice} className="choice">
            <input
              type="checkbox"
              checked={draft.sounds.includes(choice)}
              onChange={({ target }) =>
                change({ type: 'sound-chosen', sound: choice, isIn: target.checked })
              }
            />
            <span>
              {into === undefined ? (
                <Trans>Floor, as it was spoken</Trans>
              ) : (
                <Trans>
                  <bdi lang={into}>{tongue(into)}</bdi>, interpreted for {sideName}
                </Trans>
              )}
            </span>
          </label>
        ))}
        <p className="caption">
          <Trans>With an interpretation, the floor is heard softly under it.</Trans>
        </p>
      </fieldset>
    </div>
  )

  function others(seat: string) {
    return second && second !== seat ? [second] : []
  }
}

function PersonField({
  label,
  people,
  chosen,
  nobody,
  onChosen,
}: {
  label: string
  people: readonly RecordedPerson[]
  chosen: RecordedPerson['seat'] | undefined
  nobody?: string
  onChosen: (seat: RecordedPerson['seat'] | undefined) => void
}): ReactNode {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={chosen ?? ''}
        onChange={({ target }) => onChosen(people.find(({ seat }) => seat === target.value)?.seat)}
      >
        {nobody === undefined ? null : <option value="">{nobody}</option>}
        {people.map(({ seat, name, sideName }) => (
          <option key={seat} value={seat}>
            {`\u2068${name}\u2069, \u2068${sideName}\u2069`}
          </option>
        ))}
      </select>
    </div>
  )
}

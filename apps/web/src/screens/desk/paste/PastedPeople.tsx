import { Plural, Trans, useLingui } from '@lingui/react/macro'
import { LIMITS } from '@parley/protocol'
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { NewSeat } from '../../../model/desk/deskView.ts'
import type { PastedSeats } from '../../../model/desk/pastedSeats.ts'
import { personOf, seatProblems, type SeatDraft } from '../../../model/desk/seatDraft.ts'
import { PastedPerson } from './PastedPerson.tsx'

/** Everybody whom a list names, to be looked through and corrected before they are added. */
export function PastedPeople({
  read,
  taken,
  languages,
  onAdd,
  onBack,
}: {
  read: PastedSeats
  taken: readonly string[]
  languages: readonly string[]
  onAdd: (people: readonly NewSeat[]) => void
  onBack: () => void
}): ReactNode {
  const { t, i18n } = useLingui()
  const [drafts, setDrafts] = useState(read.drafts)
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const problems = seatProblems(drafts, taken)
  const people = drafts.map(personOf).filter((person) => person !== undefined)
  const wrong = drafts.length - people.length
  const left = LIMITS.seatsPerCall - taken.length
  const isFull = drafts.length > left
  const leftOut = new Intl.ListFormat(i18n.locale).format(read.leftOut)
  const change = (key: number, part: Partial<SeatDraft>) =>
    setDrafts(drafts.map((draft) => (draft.key === key ? { ...draft, ...part } : draft)))

  function submit(event: FormEvent): void {
    event.preventDefault()
    if (wrong === 0 && !isFull) onAdd(people)
  }

  return (
    <form className="stack" aria-label={t`People in the text`} onSubmit={submit} noValidate>
      <div>
        <h3 ref={head} tabIndex={-1}>
          <Plural value={drafts.length} one="One person in the text" other="# people in the text" />
        </h3>
        <p className="small muted">
          <Trans>Correct what is not right. Nothing is added yet.</Trans>{' '}
          {read.leftOut.length > 0 ? <Trans>Left out: {leftOut}.</Trans> : null}
        </p>
      </div>
      <table className="pasted">
        <thead>
          <tr>
            <th scope="col">
              <Trans>Name</Trans>
            </th>
            <th scope="col">
              <Trans>Office</Trans>
            </th>
            <th scope="col">
              <Trans>Role</Trans>
            </th>
            <th scope="col">
              <Trans>Language</Trans>
            </th>
            <th scope="col">
              <span className="sr">
                <Trans>Leave out</Trans>
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {drafts.map((draft) => (
            <PastedPerson
              key={draft.key}
              draft={draft}
              problems={problems.get(draft.key) ?? []}
              languages={languages}
              onChange={(part) => change(draft.key, part)}
              onLeaveOut={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))}
            />
          ))}
        </tbody>
      </table>
      <p role="status" className={wrong > 0 || isFull ? 'field__error' : 'small muted'}>
        {wrong > 0 ? (
          <Plural
            value={wrong}
            one="One line has to be corrected."
            other="# lines have to be corrected."
          />
        ) : null}{' '}
        {isFull ? (
          <Plural
            value={left}
            one="This call has room for one more person of your side."
            other="This call has room for # more people of your side."
          />
        ) : null}
      </p>
      <div className="dialog__acts">
        <Button
          type="submit"
          className="btn btn--primary"
          isDisabled={wrong > 0 || isFull || drafts.length === 0}
        >
          <Plural value={drafts.length} one="Add one person" other="Add # people" />
        </Button>
        <Button className="btn" onPress={onBack}>
          <Trans>Back to the text</Trans>
        </Button>
      </div>
    </form>
  )
}

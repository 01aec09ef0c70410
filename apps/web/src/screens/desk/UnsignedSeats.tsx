import { Plural, Trans } from '@lingui/react/macro'
import { Stamp, Undo2 } from 'lucide-react'
import { Fragment, useEffect, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { DelegationView, DeskEvent } from '../../model/desk/deskView.ts'
import type { SeatChange } from '../../model/desk/seatChanges.ts'

/** What was done to the list and not signed: the last of it can be taken back, the signature cannot. */
export function UnsignedSeats({
  delegation: { rows, telephone, unsigned },
  send,
}: {
  delegation: DelegationView
  send: (event: DeskEvent) => void
}): ReactNode {
  useEffect(() => {
    if (!unsigned) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    addEventListener('beforeunload', ask)
    return () => removeEventListener('beforeunload', ask)
  }, [unsigned])
  if (!unsigned) return null
  const added = rows.filter((row) => row.unsigned === 'added').length
  const removed = rows.filter((row) => row.unsigned === 'removed').length
  const changed = rows.filter((row) => row.unsigned === 'changed').length
  const said = [
    added > 0 && (
      <Fragment key="added">
        <Plural value={added} one="one person to be added" other="# people to be added" />
      </Fragment>
    ),
    removed > 0 && (
      <Fragment key="removed">
        <Plural value={removed} one="one to be taken out" other="# to be taken out" />
      </Fragment>
    ),
    changed > 0 && (
      <Fragment key="changed">
        <Plural value={changed} one="who records, at one seat" other="who records, at # seats" />
      </Fragment>
    ),
    telephone.is === 'unsigned' && (
      <Fragment key="telephone">
        <Trans>the telephone of our desk</Trans>
      </Fragment>
    ),
  ].filter((part) => part !== false)
  return (
    <div className="unsigned stack" role="status">
      <div>
        <p>
          <b>
            <Trans>Not signed yet:</Trans>
          </b>{' '}
          {said.flatMap((part, place) => (place > 0 ? [', ', part] : [part]))}
        </p>
        <p className="small muted">
          <Trans>
            Only this desk sees it. Once you sign, the other desk reads all of it, and a signature
            cannot be taken back: a later list can only replace it.
          </Trans>
        </p>
      </div>
      <div className="dialog__acts">
        <Button className="btn btn--primary" onPress={() => send({ type: 'seats-signed' })}>
          <Stamp className="icon" aria-hidden="true" />
          <Trans>Sign the list</Trans>
        </Button>
        <Button className="btn" onPress={() => send({ type: 'seats-undone' })}>
          <Undo2 className="icon" aria-hidden="true" />
          <UndoWords change={unsigned} />
        </Button>
      </div>
    </div>
  )
}

function UndoWords({ change }: { change: SeatChange }): ReactNode {
  switch (change.is) {
    case 'removed':
      return <Trans>Undo: keep the seat</Trans>
    case 'records':
      return <Trans>Undo: leave as it was who records</Trans>
    case 'telephone':
      return <Trans>Undo: leave the telephone as it was</Trans>
    case 'added':
      return (
        <Plural
          value={change.seats.length}
          one="Undo: do not add this person"
          other="Undo: do not add these # people"
        />
      )
  }
}

import { Plural, Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Emblem } from '../../../components/Emblem.tsx'
import type { DeskSide, DeskView } from '../../../model/desk/deskView.ts'
import type {
  RecordEvent,
  RecordView,
  WordingView,
} from '../../../model/release/record/recordView.ts'
import { ClockTime } from './ClockTime.tsx'
import { RefusalForm } from './RefusalForm.tsx'
import { useKeptPlace } from '../../../useKeptPlace.ts'

type Told = { view: RecordView; desk: DeskView; send: (event: RecordEvent) => void }

/** What each side said of the record, and what this desk may do. */
export function RecordSignatures({ view, desk, send }: Told): ReactNode {
  const { wording } = view
  const place = useKeptPlace()
  return (
    <section className="panel" aria-labelledby="record-signatures" {...place.section}>
      <div className="panel__head">
        <h2 id="record-signatures" {...place.heading}>
          <Trans>Signatures</Trans>
        </h2>
        {wording ? (
          <span className="small muted">
            <Trans>Version {wording.version}</Trans>
          </span>
        ) : null}
      </div>
      <div className="panel__body stack">
        {desk.sides.map((side) => (
          <SideSigned key={side.side} side={side} wording={wording} />
        ))}
        <p className="small muted" role="status">
          <SaidOf view={view} />
        </p>
        {wording ? <Beside view={view} wording={wording} desk={desk} /> : null}
        <Acts view={view} desk={desk} send={send} />
      </div>
    </section>
  )
}

function SideSigned({
  side,
  wording,
}: {
  side: DeskSide
  wording: WordingView | undefined
}): ReactNode {
  const said = wording?.said.find((one) => one.side === side.side)
  const isSigned = said?.is === 'signed'
  return (
    <div className={`sign side-${side.order} ${isSigned ? '' : 'sign--awaited'}`}>
      {side.seal ? <Emblem hex={side.seal.hex} /> : <span className="seal seal--none" />}
      <div className="sign__line">
        {isSigned ? (
          <bdi>{side.name}</bdi>
        ) : said?.is === 'refused' ? (
          <Trans>refused</Trans>
        ) : said?.is === 'signed-other' ? (
          <Trans>signed another record</Trans>
        ) : (
          <Trans>awaited</Trans>
        )}
      </div>
      <p className="sign__under">
        {isSigned ? (
          <Trans>signed by the seal of {side.name}</Trans>
        ) : said?.is === 'refused' && said.reason !== '' ? (
          <Trans>
            {side.name} gives as its reason: <bdi>{said.reason}</bdi>
          </Trans>
        ) : (
          <Trans>for {side.name}</Trans>
        )}
      </p>
      {side.seal ? (
        <p className="sign__under code print-only">{side.seal.digits.join(' ')}</p>
      ) : null}
    </div>
  )
}

function SaidOf({ view: { signing } }: { view: RecordView }): ReactNode {
  switch (signing) {
    case 'nothing':
      return <Trans>There is nothing to sign yet.</Trans>
    case 'may-sign':
      return <Trans>Sign once the call is over. The other side then signs the very same.</Trans>
    case 'may-sign-same':
      return <Trans>Your desk has come to the very same record, entry by entry.</Trans>
    case 'differs':
      return (
        <Trans>
          What the other side signed is not what your desk has. It is asking for what it lacks. You
          can refuse it, or sign the record as you have it.
        </Trans>
      )
    case 'signed':
      return <Trans>You have signed it.</Trans>
    case 'refused':
      return <Trans>You have refused it. Your reason is part of what is handed out.</Trans>
    case 'agreed':
      return <Trans>Every side signed the same record.</Trans>
  }
}

/** Entries that came after the wording was signed, or beside it. */
function Beside({
  view,
  wording: { beside, to },
  desk,
}: {
  view: RecordView
  wording: WordingView
  desk: DeskView
}): ReactNode {
  if (beside === 0 || view.signing === 'differs') return null
  return (
    <p className="caption">
      <Trans>
        It goes up to <ClockTime at={to} zones={desk.zones} />.
      </Trans>{' '}
      <Plural
        value={beside}
        one="# entry came beside it, and can be signed in a new version."
        other="# entries came beside it, and can be signed in a new version."
      />
    </p>
  )
}

function Acts({ view, desk, send }: Told): ReactNode {
  const { signing, wording } = view
  const first = wording?.said.find(({ side, is }) => is === 'signed' && side !== view.own)
  const by = desk.sides.find(({ side }) => side === first?.side)
  const signOwn = () => send({ type: 'record-signed' })
  const isAnew = signing === 'agreed' || signing === 'signed' || signing === 'refused'
  const mayRefuse = wording && (signing === 'may-sign-same' || signing === 'differs')
  return (
    <>
      {signing === 'may-sign' ? (
        <Button className="btn btn--primary" onPress={signOwn}>
          <Trans>Sign the record</Trans>
        </Button>
      ) : null}
      {signing === 'may-sign-same' && wording ? (
        <Button
          className="btn btn--primary"
          onPress={() => send({ type: 'wording-signed', hash: wording.hash })}
        >
          <Trans>Sign the same as {by?.name}</Trans>
        </Button>
      ) : null}
      {signing === 'differs' || (isAnew && (wording?.beside ?? 0) > 0) ? (
        <Button className="btn" onPress={signOwn}>
          <Trans>Sign it as it is here</Trans>
        </Button>
      ) : null}
      {mayRefuse ? (
        <RefusalForm
          onRefuse={(reason) => send({ type: 'wording-refused', hash: wording.hash, reason })}
        />
      ) : null}
    </>
  )
}

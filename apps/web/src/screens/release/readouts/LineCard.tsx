import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Field } from '../../../components/Field.tsx'
import { Status } from '../../../components/Status.tsx'
import { tongueDirection } from '../../../language/tongueDirection.ts'
import type { LineRow } from '../../../model/release/readouts/readoutsView.ts'
import { Clocks } from '../../desk/Moment.tsx'
import type { ReadoutsProps } from './parts.ts'
import { ProposeLine } from './ProposeLine.tsx'

/** One line: its words in each language, how far it is, and what may be answered. */
export function LineCard({ view, send, line }: ReadoutsProps & { line: LineRow }): ReactNode {
  const [deed, setDeed] = useState<'reword' | 'decline'>()
  const { n, hash, texts, standing, agreed } = line
  const mayReword = deed === undefined
  return (
    <article className="line" aria-labelledby={`line-${n}`}>
      <h3 id={`line-${n}`} className="line__name">
        <Trans>Line {n}</Trans>
      </h3>
      {texts.map(({ language, text }) => (
        <p
          key={language}
          className={`joint joint--${standing.is === 'agreed' ? 'agreed' : 'awaited'}`}
          lang={language}
          dir={tongueDirection(language)}
        >
          {text}
        </p>
      ))}
      <p className="small">
        <Standing line={line} zones={view.zones} />
      </p>
      {agreed ? (
        <p className="small muted">
          <Trans>Until then the wording that every side signed counts:</Trans>{' '}
          <bdi>{agreed.texts[0]?.text}</bdi>
        </p>
      ) : null}
      {mayReword ? (
        <div className="row row--wrap">
          {standing.is === 'awaits-us' ? (
            <>
              <Button
                className="btn btn--primary"
                onPress={() => send({ type: 'line-accepted', line: hash })}
              >
                <Trans>Sign these words</Trans>
              </Button>
              <Button className="btn btn--danger" onPress={() => setDeed('decline')}>
                <Trans>Decline</Trans>
              </Button>
            </>
          ) : null}
          {standing.is === 'awaits-others' ? (
            <Button
              className="btn"
              onPress={() =>
                send({ type: 'line-answered', line: hash, answer: 'taken-back', reason: '' })
              }
            >
              <Trans>Take the line back</Trans>
            </Button>
          ) : null}
          <Button className="btn" onPress={() => setDeed('reword')}>
            <Trans>Propose other words</Trans>
          </Button>
        </div>
      ) : null}
      {deed === 'reword' ? (
        <ProposeLine
          view={view}
          first=""
          before={texts}
          onDone={(next) => {
            setDeed(undefined)
            if (next) send({ type: 'line-proposed', texts: next, n })
          }}
        />
      ) : null}
      {deed === 'decline' ? (
        <Decline
          onDone={(reason) => {
            setDeed(undefined)
            if (reason !== undefined)
              send({ type: 'line-answered', line: hash, answer: 'declined', reason })
          }}
        />
      ) : null}
    </article>
  )
}

function Standing({ line, zones }: { line: LineRow; zones: readonly string[] }): ReactNode {
  const { standing, by, isOwn, at } = line
  const when = <Clocks at={at} zones={zones.slice(0, 1)} />
  switch (standing.is) {
    case 'agreed':
      return (
        <Status kind="good">
          <Trans>Signed by every side. It cannot be changed alone.</Trans>
        </Status>
      )
    case 'awaits-us':
      return (
        <Status kind="awaited">
          <Trans>
            {by} proposed it at {when}. It waits for your answer.
          </Trans>
        </Status>
      )
    case 'awaits-others': {
      const names = standing.names.join(', ')
      return (
        <Status kind="awaited">
          {isOwn ? (
            <Trans>
              You proposed it at {when}. {names} has not answered yet.
            </Trans>
          ) : (
            <Trans>
              {by} proposed it at {when}, and you signed it. {names} has not answered yet.
            </Trans>
          )}
        </Status>
      )
    }
    case 'declined': {
      const { name, reason } = standing
      return (
        <Status kind="not">
          {standing.isOwn ? <Trans>You declined it.</Trans> : <Trans>{name} declined it.</Trans>}{' '}
          {reason === '' ? null : <bdi>{reason}</bdi>}
        </Status>
      )
    }
    case 'taken-back': {
      const { name } = standing
      return (
        <Status kind="not">
          {standing.isOwn ? (
            <Trans>You took the line back.</Trans>
          ) : (
            <Trans>{name} took it back.</Trans>
          )}
        </Status>
      )
    }
  }
}

function Decline({ onDone }: { onDone: (reason: string | undefined) => void }): ReactNode {
  const { t } = useLingui()
  const [reason, setReason] = useState('')
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        onDone(reason)
      }}
    >
      <Field
        label={t`Why (optional)`}
        hint={<Trans>The other side reads it.</Trans>}
        maxLength={500}
        value={reason}
        onChange={setReason}
        autoFocus
      />
      <div className="row row--wrap">
        <Button className="btn btn--danger" type="submit">
          <Trans>Decline the line</Trans>
        </Button>
        <Button className="btn btn--quiet" onPress={() => onDone(undefined)}>
          <Trans>Cancel</Trans>
        </Button>
      </div>
    </form>
  )
}

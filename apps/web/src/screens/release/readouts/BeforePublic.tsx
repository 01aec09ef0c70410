import { Plural, Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Status, type StatusKind } from '../../../components/Status.tsx'
import type { ReadoutsView } from '../../../model/release/readouts/readoutsView.ts'
import { Clocks } from '../../desk/Moment.tsx'
import { InTongue } from '../readout/InTongue.tsx'
import type { ReadoutsProps, SheetMode } from './parts.ts'
import { StopWords } from './StopWords.tsx'

/** What stands between the text and the public, step by step. */
export function BeforePublic({
  view,
  send,
  onMode,
}: ReadoutsProps & { onMode: (mode: SheetMode) => void }): ReactNode {
  const { cautions, stops } = view
  const mended = stops.filter(({ because }) => because !== 'not-approved')
  return (
    <section className="panel" aria-labelledby="before-title">
      <div className="panel__head">
        <h2 id="before-title">
          <Trans>Before it is public</Trans>
        </h2>
      </div>
      <ol className="panel__body steps">
        <Step kind={mended.length === 0 ? 'good' : 'not'} title={<Trans>Text</Trans>}>
          {mended.length === 0 ? <Trans>It may be signed as it is.</Trans> : null}
          {mended.map((stop, place) => (
            <span key={place} className="steps__line">
              <StopWords stop={stop} />
            </span>
          ))}
        </Step>
        <ApprovalStep view={view} send={send} />
        <Step
          kind={translationKind(view)}
          title={<Trans>Translations</Trans>}
          act={
            <Button className="btn btn--quiet" onPress={() => onMode('translations')}>
              <Trans>Show</Trans>
            </Button>
          }
        >
          {view.translations.length === 0 ? <Trans>None.</Trans> : null}
          {view.translations.map(({ language, by, checkedBy, isOlder }) => (
            <span key={language} className="steps__line">
              <InTongue of={language} />:{' '}
              {by.is === 'machine' ? (
                <Trans>by a machine, and labelled so</Trans>
              ) : (
                <Trans>by a person</Trans>
              )}
              {checkedBy ? (
                <>
                  , <Trans>checked</Trans>
                </>
              ) : null}
              {isOlder ? (
                <>
                  , <Trans>older than the text</Trans>
                </>
              ) : null}
            </span>
          ))}
        </Step>
        {cautions.map((caution) =>
          caution.is === 'line-awaited' ? (
            <Step
              key={`line-${caution.n}`}
              kind="awaited"
              title={<Trans>Joint line {caution.n}</Trans>}
            >
              <Trans>Not answered yet. You can publish without it.</Trans>
            </Step>
          ) : null,
        )}
        {cautions.map((caution) =>
          caution.is === 'open-comments' ? (
            <Step key="comments" kind="usable" title={<Trans>Comments</Trans>}>
              <Plural
                value={caution.count}
                one="One comment is not resolved."
                other="# comments are not resolved."
              />
            </Step>
          ) : null,
        )}
      </ol>
    </section>
  )
}

function ApprovalStep({ view, send }: Pick<ReadoutsProps, 'view' | 'send'>): ReactNode {
  const { i18n } = useLingui()
  const { approval, principals, needsApproval, zones } = view
  const names = new Intl.ListFormat(i18n.locale).format(principals)
  const wants = (
    <label className="choice">
      <input
        type="checkbox"
        checked={needsApproval}
        onChange={({ target }) => send({ type: 'approval-wanted', isWanted: target.checked })}
      />
      <span>
        <Trans>Our principal has to approve the text</Trans>
      </span>
    </label>
  )
  const ask = (
    <Button className="btn" onPress={() => send({ type: 'approval-asked' })}>
      <Trans>Ask for approval</Trans>
    </Button>
  )
  const at = 'at' in approval ? <Clocks at={approval.at} zones={zones.slice(0, 1)} /> : null
  switch (approval.is) {
    case 'not-needed':
      return (
        <Step kind="good" title={<Trans>Approval</Trans>}>
          <Trans>Not asked for.</Trans>
          {principals.length > 0 ? wants : null}
        </Step>
      )
    case 'not-asked':
      return (
        <Step kind="awaited" title={<Trans>Approval</Trans>} act={ask}>
          <Trans>
            <bdi>{names}</bdi> has not been asked about this text.
          </Trans>
          {wants}
        </Step>
      )
    case 'awaited':
      return (
        <Step kind="awaited" title={<Trans>Approval</Trans>}>
          <Trans>
            <bdi>{names}</bdi> finds exactly this text on the page of the seat, with one button.
          </Trans>
          {wants}
        </Step>
      )
    case 'given':
      return (
        <Step kind="good" title={<Trans>Text approved</Trans>}>
          <span>
            <bdi>{names}</bdi>, {at}
          </span>
          {wants}
        </Step>
      )
    case 'withdrawn':
      return (
        <Step kind="not" title={<Trans>Approval withdrawn</Trans>} act={ask}>
          <Trans>
            The text was changed after <bdi>{names}</bdi> approved it at {at}.
          </Trans>
          {wants}
        </Step>
      )
  }
}

function Step({
  kind,
  title,
  act,
  children,
}: {
  kind: StatusKind
  title: ReactNode
  act?: ReactNode
  children: ReactNode
}): ReactNode {
  return (
    <li>
      <Status kind={kind}>
        <b>{title}</b>
      </Status>
      <div className="steps__words muted">
        {children}
        {act}
      </div>
    </li>
  )
}

function translationKind({ translations }: ReadoutsView): StatusKind {
  if (translations.some(({ isOlder }) => isOlder)) return 'not'
  const isAllSeen = translations.every(({ by, checkedBy }) => by.is === 'seat' || checkedBy)
  return isAllSeen ? 'good' : 'usable'
}

import { Trans } from '@lingui/react/macro'
import { Download } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useKeptPlace } from '../../../useKeptPlace.ts'
import { Moment } from '../../desk/Moment.tsx'
import type { ReadoutsProps, SheetMode } from './parts.ts'

/** What went out, the newest first, and the way to correct it. */
export function Published({
  view,
  send,
  onMode,
}: ReadoutsProps & { onMode: (mode: SheetMode) => void }): ReactNode {
  const isCorrecting = view.standing.is === 'not-signed'
  const place = useKeptPlace()
  return (
    <section className="panel" aria-labelledby="published-title" {...place.section}>
      <div className="panel__head">
        <h2 id="published-title" {...place.heading}>
          <Trans>Published</Trans>
        </h2>
      </div>
      <div className="panel__body stack">
        <ol className="stack">
          {view.published.map(({ version, at, title, correction, isNewest }) => (
            <li key={version} className="small">
              <b>{isNewest ? <Trans>Current version</Trans> : <Trans>Version before it</Trans>}</b>{' '}
              <Moment at={at} zones={view.zones} dateStyle="long" />
              <br />
              <bdi className="muted">{title}</bdi>
              {correction === null ? null : (
                <>
                  <br />
                  <Trans>Corrects:</Trans> <bdi>{correction}</bdi>
                </>
              )}
            </li>
          ))}
        </ol>
        <div>
          <Button className="btn" onPress={() => send({ type: 'files-asked' })}>
            <Download className="icon" aria-hidden="true" />
            <Trans>Save it with its joint lines</Trans>
          </Button>
        </div>
        <p className="small muted">
          <Trans>
            The signed text and each joint line in it, one file each, as they lie beside the public
            page.
          </Trans>
        </p>
        {isCorrecting ? (
          <div className="row row--wrap">
            <Button
              className="btn"
              onPress={() => {
                send({ type: 'compared', before: 'published', after: 'now' })
                onMode('changes')
              }}
            >
              <Trans>Compare with what is published</Trans>
            </Button>
            <Button className="btn btn--quiet" onPress={() => send({ type: 'correction-left' })}>
              <Trans>Leave it as it is published</Trans>
            </Button>
          </div>
        ) : (
          <>
            <Button
              className="btn"
              onPress={() => {
                send({ type: 'correction-begun' })
                onMode('write')
              }}
            >
              <Trans>Correct it</Trans>
            </Button>
            <p className="small muted">
              <Trans>
                A correction is a new version with a note of what it changes. The version before
                stays, and is marked.
              </Trans>
            </p>
          </>
        )}
      </div>
    </section>
  )
}

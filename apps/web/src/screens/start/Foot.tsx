import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { version } from '../../../package.json'

/** What one can ask of a server before anything else: what it learns, where it is, and which Parley it runs. */
export function Foot({ host }: { host: string }): ReactNode {
  return (
    <footer className="foot">
      <dl>
        <div>
          <dt>
            <Trans>This server learns</Trans>
          </dt>
          <dd>
            <Trans>
              which devices meet, when and from where, and which microphones are open; no content
            </Trans>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Its address</Trans>
          </dt>
          <dd>
            <bdi dir="ltr">{host}</bdi>
          </dd>
        </div>
        <div>
          <dt>
            <Trans>Version</Trans>
          </dt>
          <dd>
            <bdi className="num">{version}</bdi>
          </dd>
        </div>
      </dl>
    </footer>
  )
}

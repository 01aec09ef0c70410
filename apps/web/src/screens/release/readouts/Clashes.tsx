import { Trans } from '@lingui/react/macro'
import type { Clash } from '@parley/release'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../../components/Banner.tsx'
import type { ReadoutsProps } from './parts.ts'

/** Where two consoles wrote differently: what each of them wrote, until somebody has settled it. */
export function Clashes({ view, send }: ReadoutsProps): ReactNode {
  return view.clashes.map((clash) => (
    <Banner
      key={clash.id}
      kind="caution"
      title={<Where of={clash.of} />}
      acts={
        <Button className="btn" onPress={() => send({ type: 'clash-settled', id: clash.id })}>
          <Trans>It is settled</Trans>
        </Button>
      }
    >
      <dl className="clash">
        <div>
          <dt>
            <Trans>Saved first</Trans>
          </dt>
          <dd dir="auto">{clash.first || <Trans>taken out</Trans>}</dd>
        </div>
        <div>
          <dt>
            <Trans>Saved second</Trans>
          </dt>
          <dd dir="auto">{clash.second || <Trans>taken out</Trans>}</dd>
        </div>
      </dl>
      <p className="small muted">
        {clash.of === 'body' || clash.of === 'translation' ? (
          <Trans>Both stand in the text, one after the other. Keep what is right.</Trans>
        ) : (
          <Trans>The first stands. Write it anew if the second is right.</Trans>
        )}
      </p>
    </Banner>
  ))
}

function Where({ of }: { of: Clash['of'] }): ReactNode {
  switch (of) {
    case 'body':
      return <Trans>Two consoles changed the same paragraph.</Trans>
    case 'translation':
      return <Trans>Two consoles changed the same place of a translation.</Trans>
    case 'title':
      return <Trans>Two consoles wrote different titles.</Trans>
    case 'byline':
      return <Trans>Two consoles wrote different authors.</Trans>
    case 'correction':
      return <Trans>Two consoles said differently what is corrected.</Trans>
    case 'embargo':
      return <Trans>Two consoles set different embargoes.</Trans>
  }
}

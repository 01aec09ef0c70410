import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../../components/Banner.tsx'
import { Clashes } from './Clashes.tsx'
import type { ReadoutsProps } from './parts.ts'
import { READOUT_TROUBLES } from './readoutTroubles.ts'
import { Moment } from '../../desk/Moment.tsx'

/** What an officer should know whatever of the readout is shown. */
export function ReadoutNotices({ view, here, send }: ReadoutsProps): ReactNode {
  const { t } = useLingui()
  const { saved, standing, clashes } = view
  return (
    <div className="notices">
      {here.trouble ? (
        <Banner
          kind="danger"
          title={t(READOUT_TROUBLES[here.trouble])}
          acts={
            <Button className="btn" onPress={() => send({ type: 'trouble-read' })}>
              <Trans>Close</Trans>
            </Button>
          }
        />
      ) : null}
      {saved.is === 'here-only' ? (
        <Banner
          kind="caution"
          title={<Trans>What you wrote is saved in this browser, and not at the server.</Trans>}
        >
          {saved.because === 'away' ? (
            <Trans>It goes there by itself as soon as the line is back.</Trans>
          ) : (
            <Trans>The server did not take it. A shorter text may fit.</Trans>
          )}
        </Banner>
      ) : null}
      {view.isOtherWriting ? (
        <Banner kind="note" title={<Trans>Another console of your desk is writing, too.</Trans>}>
          <Trans>
            What both write comes together in one text. Where both change the same paragraph, both
            wordings stay, one after the other.
          </Trans>
        </Banner>
      ) : null}
      {clashes.length > 0 ? <Clashes view={view} here={here} send={send} /> : null}
      {standing.is === 'due' ? (
        <Banner
          kind="caution"
          title={<Trans>The text is signed, and nobody outside can read it yet.</Trans>}
        >
          <Trans>Nothing is published by itself. Publish it when you are ready.</Trans>
        </Banner>
      ) : null}
      {standing.is === 'held' ? (
        <Banner
          kind="note"
          title={
            <Trans>
              Signed. It may be public from <Moment at={standing.until} zones={view.zones} />.
            </Trans>
          }
        >
          <Trans>
            Only your side has it. This page reminds you then; nothing is published by itself.
          </Trans>
        </Banner>
      ) : null}
      {standing.is === 'handed-over' ? (
        <Banner
          kind="caution"
          title={<Trans>The server has the text, and whoever runs it could read it.</Trans>}
        >
          <Trans>
            It is shown to everybody from <Moment at={standing.until} zones={view.zones} />.
          </Trans>
        </Banner>
      ) : null}
    </div>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Banner } from '../../../components/Banner.tsx'
import { Status } from '../../../components/Status.tsx'
import type { ClipCard, ClipsEvent } from '../../../model/release/clips/clipsView.ts'
import { Player } from './Player.tsx'
import { Share } from './Share.tsx'

/** The very file that is signed, once it is here and was compared. */
export function ClipFiles({
  clip,
  send,
}: {
  clip: ClipCard
  send: (event: ClipsEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const { files } = clip
  switch (files.is) {
    case 'not-fetched':
    case 'fetching':
      return (
        <section className="panel panel__body" aria-label={t`The clip`}>
          <Share
            label={t`The clip is being fetched`}
            share={files.is === 'fetching' ? files.share : 0}
          />
        </section>
      )
    case 'gone':
      return (
        <Banner
          kind="caution"
          title={<Trans>The clip could not be fetched.</Trans>}
          acts={
            <Button className="btn" onPress={() => send({ type: 'files-asked', n: clip.n })}>
              <Trans>Try again</Trans>
            </Button>
          }
        >
          <Trans>You can sign it once it is here and is what its code says.</Trans>
        </Banner>
      )
    case 'not-as-signed':
      return (
        <Banner kind="danger" title={<Trans>This is not the clip that was proposed.</Trans>}>
          <Trans>
            The file that came has another code, so it is not shown and cannot be signed. Tell the
            other desk by phone.
          </Trans>
        </Banner>
      )
    case 'there':
      return (
        <section className="panel" aria-label={t`The clip`}>
          <Player urls={files.urls} title={clip.title} language={clip.language} />
          <div className="panel__body stack">
            {clip.caption ? (
              <p>
                <bdi lang={clip.language}>{clip.caption}</bdi>
              </p>
            ) : null}
            <Status kind="good">
              <Trans>This is the file with the code that is signed, byte for byte.</Trans>
            </Status>
          </div>
        </section>
      )
  }
}

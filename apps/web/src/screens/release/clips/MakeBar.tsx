import { msg } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import type { MessageDescriptor } from '@lingui/core'
import { Film, Signature, Trash2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { DraftLack } from '../../../model/release/clips/clipDraft.ts'
import type { ClipsEvent, DraftView } from '../../../model/release/clips/clipsView.ts'
import { Player } from './Player.tsx'
import { Share } from './Share.tsx'
import { useKeptPlace } from '../../../useKeptPlace.ts'

const LACKS: Readonly<Record<DraftLack, MessageDescriptor>> = {
  'no-title': msg`The clip needs a title first.`,
  'no-people': msg`Nobody is in the picture.`,
  'no-sound': msg`No sound is chosen.`,
  'too-long': msg`A clip is at most five minutes long.`,
}

/** Makes the files, shows them, and only then proposes them. */
export function MakeBar({
  draft,
  send,
}: {
  draft: DraftView
  send: (event: ClipsEvent) => void
}): ReactNode {
  const { t } = useLingui()
  const { making, lack } = draft
  const place = useKeptPlace()
  return (
    <section className="panel panel__body stack" aria-labelledby="clip-make" {...place.section}>
      <h2 id="clip-make" className="clips__head" {...place.heading}>
        <Trans>The file</Trans>
      </h2>
      {making.is === 'not-made' ? (
        <>
          <p className="small muted">
            {lack ? (
              t(LACKS[lack])
            ) : (
              <Trans>It is made on this computer, and takes about as long as the clip.</Trans>
            )}
          </p>
          <Button
            className="btn btn--primary"
            isDisabled={lack !== undefined}
            onPress={() => send({ type: 'making-pressed' })}
          >
            <Film className="icon" aria-hidden="true" />
            <Trans>Make the clip</Trans>
          </Button>
        </>
      ) : null}
      {making.is === 'making' ? (
        <>
          <Share label={t`The clip is being made`} share={making.share} />
          <Button className="btn" onPress={() => send({ type: 'making-cancelled' })}>
            <X className="icon" aria-hidden="true" />
            <Trans>Stop making it</Trans>
          </Button>
        </>
      ) : null}
      {making.is === 'sending' ? (
        <Share label={t`It is being sealed and sent`} share={making.share} />
      ) : null}
      {making.is === 'made' ? (
        <>
          <p className="small" role="status">
            <Trans>Look at it: this very file is what every side signs.</Trans>
          </p>
          <Player urls={making.urls} title={draft.title} language={draft.language} />
          <div className="row row--wrap">
            <Button
              className="btn btn--primary"
              onPress={() => send({ type: 'proposing-pressed' })}
            >
              <Signature className="icon" aria-hidden="true" />
              <Trans>Sign and propose it</Trans>
            </Button>
            <Button className="btn" onPress={() => send({ type: 'made-thrown-away' })}>
              <Trash2 className="icon" aria-hidden="true" />
              <Trans>Throw it away</Trans>
            </Button>
          </div>
        </>
      ) : null}
    </section>
  )
}

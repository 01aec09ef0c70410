import { Trans, useLingui } from '@lingui/react/macro'
import { Check, Globe, Undo2, X } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { Status } from '../../../components/Status.tsx'
import type { ClipCard, ClipsEvent } from '../../../model/release/clips/clipsView.ts'
import { Share } from './Share.tsx'

/** What this desk does next with a clip, or whom it waits for. */
export function NextDeed({
  clip,
  send,
  onRefuse,
}: {
  clip: ClipCard
  send: (event: ClipsEvent) => void
  onRefuse: () => void
}): ReactNode {
  const { t, i18n } = useLingui()
  const { next, n, hash } = clip
  const withdraw = (
    <Button className="btn" onPress={onRefuse}>
      <Undo2 className="icon" aria-hidden="true" />
      <Trans>Withdraw our signature</Trans>
    </Button>
  )
  switch (next.is) {
    case 'to-answer':
      return (
        <>
          <div className="row row--wrap">
            <Button
              className="btn btn--primary"
              isDisabled={!next.maySign}
              onPress={() => send({ type: 'clip-signed', n, hash })}
            >
              <Check className="icon" aria-hidden="true" />
              <Trans>Sign this cut</Trans>
            </Button>
            <Button className="btn btn--danger" onPress={onRefuse}>
              <X className="icon" aria-hidden="true" />
              <Trans>Refuse it</Trans>
            </Button>
          </div>
          <p className="caption">
            <Trans>
              Play it to its end first. Once both sides have signed, each may publish it, and that
              cannot be taken back.
            </Trans>
          </p>
        </>
      )
    case 'awaits-others':
      return (
        <>
          <Status kind="awaited">
            <Trans>You signed. It can be published once every side has.</Trans>
          </Status>
          {withdraw}
        </>
      )
    case 'refused':
      return (
        <p className="small" role="status">
          <Trans>This cut is not released. Another cut can be proposed in its place.</Trans>
        </p>
      )
    case 'adding-here':
      return next.share === undefined ? (
        <Status kind="awaited">
          <Trans>Your manifest is being added to the file.</Trans>
        </Status>
      ) : (
        <Share label={t`The code for manifests is being loaded`} share={next.share} />
      )
    case 'adding-there':
      return (
        <Status kind="awaited">
          <Trans>
            All have signed. {next.name} adds its manifest once its desk has this page open.
          </Trans>
        </Status>
      )
    case 'may-publish':
      return (
        <>
          <Status kind="good">
            <Trans>Every side has signed, and every manifest is in the file.</Trans>
          </Status>
          <Button className="btn btn--primary" onPress={() => send({ type: 'publish-pressed', n })}>
            <Globe className="icon" aria-hidden="true" />
            <Trans>Publish</Trans>
          </Button>
        </>
      )
    case 'publishing':
      return <Share label={t`It is being published`} share={next.share} />
    case 'published': {
      const at = i18n.date(new Date(next.at), { dateStyle: 'long', timeStyle: 'short' })
      return (
        <Status kind="good">
          <Trans>
            Published on <time dateTime={new Date(next.at).toISOString()}>{at}</time>.
          </Trans>
        </Status>
      )
    }
  }
}

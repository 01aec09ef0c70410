import { Plural, Trans } from '@lingui/react/macro'
import { clockTimeOf } from '@parley/release'
import { Signature } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { ClipCard, ClipsEvent, ClipsView } from '../../../model/release/clips/clipsView.ts'
import { ClipFiles } from './ClipFiles.tsx'
import { ClipSignatures } from './ClipSignatures.tsx'
import { Destroyed } from './Destroyed.tsx'
import { Length } from './Length.tsx'
import { Released } from './Released.tsx'

/** A clip that somebody proposed: the very file, what of the call it is, and who signed it. */
export function ClipPage({
  clip,
  view,
  send,
}: {
  clip: ClipCard
  view: ClipsView
  send: (event: ClipsEvent) => void
}): ReactNode {
  const { timeZone, recording } = view
  const at = clockTimeOf(clip.at, timeZone).slice(0, 5)
  const { from, to } = clip.span
  return (
    <>
      <div className="row row--apart row--wrap">
        <div>
          <h1>
            <Trans>
              Clip {clip.n}: <bdi lang={clip.language}>{clip.title}</bdi>
            </Trans>
          </h1>
          <p className="muted">
            <Trans>
              Proposed by {clip.makerName} at {at}. Public only once both sides have signed the same
              cut.
            </Trans>
          </p>
        </div>
        <span className="badge">
          <Signature className="icon" aria-hidden="true" />
          <Plural
            value={clip.signed}
            one={`# of ${clip.sides.length} signatures`}
            other={`# of ${clip.sides.length} signatures`}
          />
        </span>
      </div>
      <div className="rel">
        <div className="stack">
          <ClipFiles clip={clip} send={send} />
          <section className="panel panel__body stack" aria-labelledby="clip-cut">
            <h2 id="clip-cut" className="clips__head">
              <Trans>The cut</Trans>
            </h2>
            <dl className="facts">
              <dt>
                <Trans>Part</Trans>
              </dt>
              <dd>
                <Trans>
                  {clip.part}. {clip.partTitle}, an open part
                </Trans>
              </dd>
              <dt>
                <Trans>Begins</Trans>
              </dt>
              <dd className="code">{clockTimeOf(from, timeZone)}</dd>
              <dt>
                <Trans>Ends</Trans>
              </dt>
              <dd className="code">{clockTimeOf(to, timeZone)}</dd>
              <dt>
                <Trans>Length</Trans>
              </dt>
              <dd>
                <Length ms={to - from} />
              </dd>
            </dl>
            {recording.is === 'open' && clip.next.is !== 'published' ? (
              <p>
                <Button className="btn" onPress={() => send({ type: 'draft-begun', n: clip.n })}>
                  <Trans>Propose another cut</Trans>
                </Button>
              </p>
            ) : null}
            <p className="small muted">
              <Trans>A new cut makes a new code and withdraws the signature already given.</Trans>
            </p>
            <Destroyed at={view.keepUntil} timeZone={timeZone} />
          </section>
        </div>
        <div className="stack">
          <ClipSignatures clip={clip} send={send} />
          {clip.next.is === 'refused' ? null : <Released clip={clip} />}
        </div>
      </div>
    </>
  )
}

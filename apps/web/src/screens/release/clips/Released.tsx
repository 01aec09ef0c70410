import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Emblem } from '../../../components/Emblem.tsx'
import type { ClipCard } from '../../../model/release/clips/clipsView.ts'
import { Length } from './Length.tsx'

/** The card that the public will see of it. */
export function Released({ clip }: { clip: ClipCard }): ReactNode {
  const { files } = clip
  const inPlanOrder = clip.sides.toSorted((a, b) => a.order - b.order)
  const poster = files.is === 'there' ? files.urls['image/jpeg'] : undefined
  return (
    <section aria-labelledby="clip-public">
      <h2 id="clip-public" className="clips__public">
        <Trans>What the public will see</Trans>
      </h2>
      <article className="pub">
        {poster ? <img className="pub__still" src={poster} alt="" /> : <div className="tile" />}
        <div className="pub__body">
          <h3>
            <bdi lang={clip.language}>{clip.title}</bdi>
          </h3>
          {clip.caption ? (
            <p className="small muted">
              <bdi lang={clip.language}>{clip.caption}</bdi>
            </p>
          ) : null}
          <p className="ver">
            <span className="ver__seals">
              {inPlanOrder.map(({ side, order, seal }) =>
                seal ? (
                  <span key={side} className={`side-${order}`}>
                    <Emblem hex={seal.hex} size="small" />
                  </span>
                ) : null,
              )}
            </span>
            <span>
              <Trans>
                Released by both sides. A cut of <Length ms={clip.span.to - clip.span.from} /> from
                an open part.
              </Trans>
            </span>
          </p>
        </div>
      </article>
    </section>
  )
}

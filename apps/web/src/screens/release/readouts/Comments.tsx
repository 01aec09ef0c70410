import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import type { CommentRow } from '../../../model/release/readouts/readoutsView.ts'
import { Moment } from '../../desk/Moment.tsx'
import type { ReadoutsProps } from './parts.ts'

/** What advisers of this side wrote about the text. */
export function Comments({ view, send }: ReadoutsProps): ReactNode {
  const open = view.comments.filter(({ isResolved }) => !isResolved)
  const done = view.comments.filter(({ isResolved }) => isResolved)
  const name = view.own.name
  return (
    <section className="panel" aria-labelledby="comments-title">
      <div className="panel__head">
        <h2 id="comments-title">
          <Trans>Comments of our side</Trans>
        </h2>
      </div>
      <div className="panel__body stack">
        {view.comments.length === 0 ? (
          <p className="small muted">
            <Trans>
              None yet. Whoever of {name} may be in your private room finds the text on the page of
              their seat, and can comment on it there.
            </Trans>
          </p>
        ) : null}
        {open.map((comment) => (
          <OneComment key={comment.id} comment={comment} zones={view.zones}>
            <Button
              className="btn"
              onPress={() => send({ type: 'comment-resolved', id: comment.id })}
            >
              <Trans>
                Resolved<span className="sr">, comment of {comment.name}</span>
              </Trans>
            </Button>
          </OneComment>
        ))}
        {done.length > 0 ? (
          <details>
            <summary>
              <Trans>Resolved comments</Trans>
            </summary>
            <div className="stack">
              {done.map((comment) => (
                <OneComment key={comment.id} comment={comment} zones={view.zones}>
                  <Button
                    className="btn btn--quiet"
                    onPress={() => send({ type: 'comment-reopened', id: comment.id })}
                  >
                    <Trans>
                      Open again<span className="sr">, comment of {comment.name}</span>
                    </Trans>
                  </Button>
                </OneComment>
              ))}
            </div>
          </details>
        ) : null}
      </div>
    </section>
  )
}

function OneComment({
  comment,
  zones,
  children,
}: {
  comment: CommentRow
  zones: readonly string[]
  children: ReactNode
}): ReactNode {
  const { name, office, at, quote, text, isInPlace } = comment
  return (
    <article className="comment">
      <p className="small">
        <b>
          <bdi>{name}</bdi>
        </b>
        {office === '' ? null : (
          <span className="muted">
            , <bdi>{office}</bdi>
          </span>
        )}{' '}
        <span className="muted">
          · <Moment at={at} zones={zones.slice(0, 1)} dateStyle="long" />
        </span>
      </p>
      {quote === '' ? null : (
        <blockquote className="comment__quote" dir="auto">
          {quote}
        </blockquote>
      )}
      {quote !== '' && !isInPlace ? (
        <p className="caption">
          <Trans>These words do not stand in the text any more.</Trans>
        </p>
      ) : null}
      <p dir="auto">{text}</p>
      {children}
    </article>
  )
}

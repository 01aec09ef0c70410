import { Trans, useLingui } from '@lingui/react/macro'
import { useState, type ReactNode } from 'react'
import { Button, Label, TextArea, TextField } from 'react-aria-components'
import type {
  SeatReadoutEvent,
  SeatReadoutView,
} from '../../../model/release/readout/seatReadoutView.ts'
import { At } from './At.tsx'

/** What people of one's side wrote about the text, and a field for one's own. */
export function SeatComments({
  view: { comments },
  send,
}: {
  view: SeatReadoutView
  send: (event: SeatReadoutEvent) => void
}): ReactNode {
  return (
    <section className="panel" aria-labelledby="seat-comments">
      <div className="panel__head">
        <h2 id="seat-comments">
          <Trans>Comments of our side</Trans>
        </h2>
      </div>
      <div className="panel__body stack">
        {comments.map(({ id, name, isOwn, at, quote, text, isResolved }) => (
          <article key={id} className="comment">
            <p className="small">
              <b>{isOwn ? <Trans>You</Trans> : <bdi>{name}</bdi>}</b>{' '}
              <span className="muted">
                · <At at={at} />
              </span>{' '}
              {isResolved ? (
                <span className="badge badge--quiet">
                  <Trans>resolved</Trans>
                </span>
              ) : null}
            </p>
            {quote === '' ? null : (
              <blockquote className="comment__quote" dir="auto">
                {quote}
              </blockquote>
            )}
            <p dir="auto">{text}</p>
          </article>
        ))}
        <Write send={send} />
      </div>
    </section>
  )
}

function Write({ send }: { send: (event: SeatReadoutEvent) => void }): ReactNode {
  const { t } = useLingui()
  const [text, setText] = useState('')
  const [quote, setQuote] = useState('')
  /** What is marked in the text on this page is what the comment is about. */
  const quoteChosen = () => {
    const chosen = String(getSelection() ?? '')
      .replaceAll(/\s+/g, ' ')
      .trim()
    if (chosen !== '') setQuote(chosen.slice(0, 500))
  }
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        if (text.trim() === '') return
        send({ type: 'commented', quote, text: text.trim() })
        setText('')
        setQuote('')
      }}
    >
      {quote === '' ? (
        <Button className="btn" onPress={quoteChosen}>
          <Trans>About the words that I marked above</Trans>
        </Button>
      ) : (
        <blockquote className="comment__quote" dir="auto">
          {quote}{' '}
          <Button
            className="btn btn--quiet"
            aria-label={t`About the whole text`}
            onPress={() => setQuote('')}
          >
            <Trans>About the whole text</Trans>
          </Button>
        </blockquote>
      )}
      <TextField className="field" value={text} maxLength={4000} onChange={setText}>
        <Label>
          <Trans>Your comment</Trans>
        </Label>
        <TextArea className="input" rows={3} dir="auto" />
      </TextField>
      <div>
        <Button className="btn btn--primary" type="submit" aria-disabled={text.trim() === ''}>
          <Trans>Send to our desk</Trans>
        </Button>
      </div>
    </form>
  )
}

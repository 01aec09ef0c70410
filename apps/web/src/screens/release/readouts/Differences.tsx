import { Trans } from '@lingui/react/macro'
import type { LineDifference, Piece } from '@parley/release'
import type { ReactNode } from 'react'
import { tongueDirection } from '../../../language/tongueDirection.ts'

/** In what one wording differs from another. What was taken out and put in is underlined and struck out, and said. */
export function Differences({
  lines,
  language,
}: {
  lines: readonly LineDifference[]
  language: string
}): ReactNode {
  return (
    <div className="prose differences" lang={language} dir={tongueDirection(language)}>
      {lines.map((line, place) => (
        <p key={place} dir="auto" className={`difference difference--${line.is}`}>
          {line.is === 'form' ? (
            <span className="badge badge--quiet">
              <Trans>written in another form</Trans>
            </span>
          ) : null}
          {line.pieces.map((piece, at) => (
            <OnePiece key={at} piece={piece} />
          ))}
        </p>
      ))}
    </div>
  )
}

/** A title that was changed, on its own line. */
export function TitleDifference({ title }: { title: LineDifference | undefined }): ReactNode {
  if (!title || title.is === 'same') return null
  return (
    <p className="difference difference--title" dir="auto">
      {title.pieces.map((piece, at) => (
        <OnePiece key={at} piece={piece} />
      ))}
    </p>
  )
}

function OnePiece({ piece: { is, text } }: { piece: Piece }): ReactNode {
  switch (is) {
    case 'same':
      return text
    case 'added':
      return (
        <ins className="ins">
          <span className="sr">
            <Trans>put in:</Trans>{' '}
          </span>
          {text}
        </ins>
      )
    case 'removed':
      return (
        <del className="del">
          <span className="sr">
            <Trans>taken out:</Trans>{' '}
          </span>
          {text}
        </del>
      )
  }
}

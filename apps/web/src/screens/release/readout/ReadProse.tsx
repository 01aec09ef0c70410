import type { Prose, Run } from '@parley/release'
import { Fragment, type ReactNode } from 'react'
import { tongueDirection } from '../../../language/tongueDirection.ts'

/** A text as it is read. Its pieces keep their own direction. */
export function ReadProse({ body, language }: { body: Prose; language: string }): ReactNode {
  return (
    <div className="prose" lang={language} dir={tongueDirection(language)}>
      {body.map((block, place) => {
        switch (block.is) {
          case 'heading': {
            const Heading = block.level === 2 ? 'h3' : 'h4'
            return (
              <Heading key={place} dir="auto">
                <Runs runs={block.runs} />
              </Heading>
            )
          }
          case 'quote':
            return (
              <blockquote key={place} dir="auto">
                <Runs runs={block.runs} />
              </blockquote>
            )
          case 'list': {
            const List = block.ordered ? 'ol' : 'ul'
            return (
              <List key={place}>
                {block.items.map((runs, item) => (
                  <li key={item} dir="auto">
                    <Runs runs={runs} />
                  </li>
                ))}
              </List>
            )
          }
          case 'paragraph':
            return (
              <p key={place} dir="auto" className={block.joint && 'joint joint--agreed'}>
                <Runs runs={block.runs} />
              </p>
            )
        }
      })}
    </div>
  )
}

function Runs({ runs }: { runs: readonly Run[] }): ReactNode {
  return runs.map((run, place) => <Fragment key={place}>{written(run)}</Fragment>)
}

function written({ text, em, strong, href }: Run): ReactNode {
  const slanted = em ? <em>{text}</em> : text
  const heavy = strong ? <strong>{slanted}</strong> : slanted
  return href === undefined ? (
    heavy
  ) : (
    <a href={href} target="_blank" rel="noreferrer">
      {heavy}
    </a>
  )
}

import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { Block, Proven, ProvenVersion, Run, Translator } from '@parley/release'

/** The words that were signed: whoever shows them elsewhere may show others. */
export function SignedText({ verdict }: { verdict: Proven }): ReactNode {
  const newest = verdict.of === 'publication' ? verdict.versions.at(-1) : undefined
  const clip = verdict.of === 'media' ? verdict.clip : newest
  if (clip?.is === 'clip') return <Caption text={clip.payload.caption} />
  return newest?.is === 'readout' ? <Account readout={newest} /> : null
}

function Caption({ text }: { text: string }): ReactNode {
  return text === '' ? null : (
    <blockquote className="signed">
      <bdi>{text}</bdi>
    </blockquote>
  )
}

function Account({ readout }: { readout: ProvenVersion & { is: 'readout' } }): ReactNode {
  const { title, language, body, byline, correction, translations } = readout.payload
  return (
    <details className="signed">
      <summary>
        <Trans>The text that was signed</Trans>
      </summary>
      <Text said={{ title, language, body }} />
      {byline === '' ? null : (
        <p className="small muted">
          <bdi>{byline}</bdi>
        </p>
      )}
      {correction === null ? null : (
        <p className="small">
          <Trans>
            Corrected: <bdi>{correction}</bdi>
          </Trans>
        </p>
      )}
      {translations.map((translation) => (
        <section key={translation.language}>
          <Translated by={translation.by} />
          <Text said={translation} />
        </section>
      ))}
    </details>
  )
}

function Translated({ by: { is, name } }: { by: Translator }): ReactNode {
  return (
    <p className="small muted">
      {is === 'machine' ? (
        <Trans>
          Translated by a machine: <bdi>{name}</bdi>
        </Trans>
      ) : (
        <Trans>
          Translated by <bdi>{name}</bdi>
        </Trans>
      )}
    </p>
  )
}

function Text({
  said: { title, language, body },
}: {
  said: { title: string; language: string; body: readonly Block[] }
}): ReactNode {
  return (
    <div lang={language} dir="auto" className="signed__text">
      <h3>
        <bdi>{title}</bdi>
      </h3>
      {body.map((block, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- a signed text never changes its order
        <OneBlock key={place} block={block} />
      ))}
    </div>
  )
}

function OneBlock({ block }: { block: Block }): ReactNode {
  switch (block.is) {
    case 'heading':
      return block.level === 2 ? <h4>{said(block.runs)}</h4> : <h5>{said(block.runs)}</h5>
    case 'paragraph':
      return <p>{said(block.runs)}</p>
    case 'quote':
      return <blockquote>{said(block.runs)}</blockquote>
    case 'list': {
      const items = block.items.map((runs, place) => (
        // oxlint-disable-next-line react/no-array-index-key -- likewise
        <li key={place}>{said(runs)}</li>
      ))
      return block.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
  }
}

/** Without links: the address that one leads to stands beside its words. */
function said(runs: readonly Run[]): ReactNode {
  const text = runs.map((run) => (run.href === undefined ? run.text : `${run.text} (${run.href})`))
  return <bdi>{text.join('')}</bdi>
}

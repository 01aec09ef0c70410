import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { SeatDraft, SeatProblem } from '../../../model/desk/seatDraft.ts'

/** What is wrong with a line of a list, in a sentence. */
export function SeatProblemWords({
  draft,
  problem,
}: {
  draft: SeatDraft
  problem: SeatProblem
}): ReactNode {
  return (
    <p className={problem === 'twice' ? 'small' : 'field__error'}>
      <Sentence draft={draft} problem={problem} />
    </p>
  )
}

function Sentence({
  draft: { line, name, roleWord, languageWord },
  problem,
}: {
  draft: SeatDraft
  problem: SeatProblem
}): ReactNode {
  switch (problem) {
    case 'no-name':
      return <Trans>Line {line} has no name.</Trans>
    case 'bad-name':
      return (
        <Trans>Line {line}: a name has 120 characters at most, and only such as can be seen.</Trans>
      )
    case 'bad-office':
      return (
        <Trans>
          Line {line}: an office has 160 characters at most, and only such as can be seen.
        </Trans>
      )
    case 'unknown-role':
      return (
        <Trans>
          Line {line}: “{roleWord}” is no role here. Choose one.
        </Trans>
      )
    case 'unknown-language':
      return (
        <Trans>
          Line {line}: “{languageWord}” is no language known here. Choose one.
        </Trans>
      )
    case 'twice':
      return (
        <Trans>
          Line {line}: there is a {name} already. Leave one out, unless they are two people.
        </Trans>
      )
  }
}

import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { DeskView } from '../../../model/desk/deskView.ts'

/** A document by its kind, as one speaks of it. */
export function DocumentName({ kind, desk }: { kind: string; desk: DeskView }): ReactNode {
  const [word = '', of = ''] = kind.split('/')
  const name = desk.sides.find(({ side }) => side === of)?.name ?? ''
  switch (word) {
    case 'plan':
      return <Trans>the plan</Trans>
    case 'delegation':
      return <Trans>the list of {name}</Trans>
    case 'announcement':
      return <Trans>the announcement</Trans>
    case 'clip':
      return <Trans>clip {of}</Trans>
    case 'readout':
      return <Trans>the readout of {name}</Trans>
    case 'joint':
      return <Trans>joint line {of}</Trans>
    case 'record':
      return <Trans>the record</Trans>
    case 'recording':
      return <Trans>a recording</Trans>
    default:
      return kind
  }
}

import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Status, type StatusKind } from '../../../components/Status.tsx'
import type { Hearing } from '../../../model/callRoster.ts'

const SHAPES = {
  'hears-you': 'good',
  'does-not-hear-you': 'not',
  'not-heard-yet': 'awaited',
} as const satisfies Partial<Record<Hearing, StatusKind>>

/** Whether this person hears one, as a shape with its word. Where a graver word stands already, only screen readers hear it. */
export function HearingMark({
  hearing,
  isSaidOnly,
}: {
  hearing: Hearing
  isSaidOnly: boolean
}): ReactNode {
  const word = useWord()[hearing]
  if (isSaidOnly && hearing !== 'would-hear-you') return <span className="sr">{word}</span>
  switch (hearing) {
    case 'would-hear-you':
      return undefined
    case 'silent':
    case 'held':
      return <span className="sr">{word}</span>
    default:
      return <Status kind={SHAPES[hearing]}>{word}</Status>
  }
}

function useWord(): Readonly<Record<Hearing, string>> {
  const { t } = useLingui()
  return {
    'hears-you': t`hears you`,
    'does-not-hear-you': t`does not hear you`,
    'not-heard-yet': t`not confirmed`,
    silent: t`has not been heard for a while`,
    held: t`hears nothing: nothing is sent`,
    'would-hear-you': t`your microphone is closed`,
  }
}

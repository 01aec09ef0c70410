import { useLingui } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import { Status, type StatusKind } from '../../../components/Status.tsx'
import type { Hearing } from '../../../model/callRoster.ts'

const SHAPES: Readonly<Record<Exclude<Hearing, 'would-hear-you'>, StatusKind>> = {
  'hears-you': 'good',
  'does-not-hear-you': 'not',
  'not-heard-yet': 'awaited',
  silent: 'awaited',
  held: 'not',
}

/** Whether this person hears one, as a shape with its word. */
export function HearingMark({ hearing }: { hearing: Hearing }): ReactNode {
  const word = useWord()[hearing]
  if (hearing === 'would-hear-you') return undefined
  return (
    <span className="call__hearing" title={word}>
      <Status kind={SHAPES[hearing]}>
        <span className="sr">{word}</span>
      </Status>
    </span>
  )
}

function useWord(): Readonly<Record<Hearing, string>> {
  const { t } = useLingui()
  return {
    'hears-you': t`hears you`,
    'does-not-hear-you': t`does not hear you`,
    'not-heard-yet': t`has not said yet whether you are heard`,
    silent: t`has not been heard for a while`,
    held: t`hears nothing: nothing is sent`,
    'would-hear-you': t`your microphone is closed`,
  }
}

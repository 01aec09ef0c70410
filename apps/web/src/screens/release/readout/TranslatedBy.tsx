import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { TranslationRow } from '../../../model/release/readouts/readoutsView.ts'

/** Who made a translation, and who read it beside the original. */
export function TranslatedBy({
  by,
  checkedBy,
}: Pick<TranslationRow, 'by' | 'checkedBy'>): ReactNode {
  return (
    <>
      {by.is === 'machine' ? (
        <Trans>
          translated by a machine, {by.name} {by.version}
        </Trans>
      ) : by.name === '' ? (
        <Trans>translated by nobody that is named</Trans>
      ) : (
        <Trans>translated by {by.name}</Trans>
      )}
      {', '}
      {checkedBy ? <Trans>checked by {checkedBy.name}</Trans> : <Trans>not checked</Trans>}
    </>
  )
}

import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'
import type { PrivateView } from '../../model/private/privateView.ts'
import { useNames } from '../call/sentences/useNames.ts'

/** Who hears what is said privately, and who hears nothing. */
export function PrivateWords({ privately }: { privately: PrivateView }): ReactNode {
  const { own, others, talk } = privately
  const join = useNames()
  const far = join(others)
  const nothing =
    others.length === 1 ? <Trans>{far} hears nothing.</Trans> : <Trans>{far} hear nothing.</Trans>
  return (
    <>
      {talk.to === undefined ? (
        <Trans>Only {own.name} hears you.</Trans>
      ) : (
        <Trans>Only the device of {talk.to} plays this.</Trans>
      )}{' '}
      {nothing}
    </>
  )
}

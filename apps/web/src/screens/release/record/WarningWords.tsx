import { Trans } from '@lingui/react/macro'
import type { ReactNode } from 'react'

/** What a warning said that a screen showed, by its code. `name` is whom it was about. */
export function WarningWords({ code, name }: { code: string; name: string }): ReactNode {
  switch (code) {
    case 'not-heard':
      return <Trans>Warning: {name} did not hear who spoke.</Trans>
    case 'unconfirmed-sound':
      return <Trans>Warning: the sound of {name} was not confirmed by the device.</Trans>
    case 'unconfirmed-picture':
      return <Trans>Warning: the picture of {name} was not confirmed by the device.</Trans>
    case 'foreign-picture':
      return <Trans>Warning: what was shown as {name} came from another device.</Trans>
    case 'foreign-sound':
      return <Trans>Warning: what was played as {name} came from another device.</Trans>
    case 'not-played':
      return <Trans>Warning: something that came as from {name} was not played.</Trans>
    case 'old-key':
      return <Trans>Warning: the key of {name} was not renewed in time.</Trans>
    case 'older-lists':
      return <Trans>Warning: the device of {name} did not have the newest lists.</Trans>
    case 'newer-lists':
      return <Trans>Warning: the device of {name} had newer lists than others.</Trans>
    case 'reconnecting':
      return <Trans>Warning: the line was lost.</Trans>
    case 'not-fresh':
      return <Trans>Warning: nobody had confirmed the lists yet.</Trans>
    case 'text-missed':
      return <Trans>Warning: something that was written did not arrive.</Trans>
    case 'unsettled':
      return <Trans>Warning: the room did not settle.</Trans>
    case 'not-entered':
      return <Trans>Warning: the room could not be entered.</Trans>
    case 'refused-unknown-seal':
      return (
        <Trans>Warning: somebody came with a seal that nobody agreed to, and was refused.</Trans>
      )
    default:
      return <OtherWarning code={code} name={name} />
  }
}

function OtherWarning({ code, name }: { code: string; name: string }): ReactNode {
  if (code.startsWith('refused-'))
    return <Trans>Warning: somebody who may not come in was refused.</Trans>
  if (code.startsWith('held-'))
    return <Trans>Warning: {name} was there and not on the agreed list. Nothing was sent.</Trans>
  return <Trans>Warning: {code}</Trans>
}

import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import type { RequestKind } from '@parley/call'
import type { ReactNode } from 'react'

/** What follows for whoever speaks. */
export const WHY_ASKED: Readonly<Record<RequestKind, MessageDescriptor>> = {
  slower: msg`The interpretation does not keep up with you.`,
  'unfit-sound': msg`Your sound cannot be interpreted. Sit nearer to the microphone, or choose another one.`,
  'repeat-number': msg`It was not understood.`,
}

/** What an interpreter asks of whoever speaks. */
export function AskedWords({ what, name }: { what: RequestKind; name: string }): ReactNode {
  switch (what) {
    case 'slower':
      return <Trans>{name} asks you to speak more slowly.</Trans>
    case 'unfit-sound':
      return <Trans>{name} cannot interpret what you say.</Trans>
    case 'repeat-number':
      return <Trans>{name} asks you to repeat the number.</Trans>
  }
}

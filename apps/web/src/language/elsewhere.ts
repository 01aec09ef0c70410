import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { Screen } from '../model/screen.ts'

type What = Extract<Screen, { is: 'elsewhere' }>['what']

/** What another window of this browser has, and what taking it over does there. */
export const ELSEWHERE: Readonly<
  Record<What, { title: MessageDescriptor; follows: MessageDescriptor }>
> = {
  seat: {
    title: msg`This seat is open in another window.`,
    follows: msg`One window at a time can sit in it. If you use it here, the other one lets go of it and leaves the call. Your microphone starts closed.`,
  },
  desk: {
    title: msg`This desk is open in another window.`,
    follows: msg`One window at a time can sign for it. If you use it here, the other one closes it. Nothing that was signed is lost; what was half written there is.`,
  },
  invitation: {
    title: msg`This invitation is open in another window.`,
    follows: msg`One window at a time can answer it. If you use it here, the other one lets go of it.`,
  },
}

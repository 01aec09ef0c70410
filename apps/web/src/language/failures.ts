import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { Failure } from '../model/failure.ts'
import { UNFIT } from './unfit.ts'

type Said = {
  kind: 'caution' | 'danger'
  title: MessageDescriptor
  follows: readonly MessageDescriptor[]
}

/** Why a page cannot be opened, where it is not the server that refused, and what one can do. */
export const FAILURES: Readonly<Record<Failure, Said>> = {
  'not-kept': {
    kind: 'danger',
    title: msg`This browser does not keep that desk.`,
    follows: [
      msg`Open it in the browser in which its seal was made.`,
      msg`If that browser is lost, plan the call anew, with the seal restored from its file.`,
    ],
  },
  'no-demonstration': {
    kind: 'danger',
    title: msg`This link is of a demonstration, and this server has none.`,
    follows: [msg`A desk of a real call is never handed over in a link.`,
      msg`Ask whoever gave you the link for another one, or plan a call of your own on the start page.`,
    ],
  },
  'not-agreed': {
    kind: 'caution',
    title: msg`The plan is not agreed yet.`,
    follows: [msg`Load this page again once your desk says that every side has signed.`],
  },
  'browser-unfit': {
    kind: 'danger',
    title: UNFIT.title,
    follows: [UNFIT.because, UNFIT.remedy, UNFIT.link],
  },
}

import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import { UNFIT } from '../language/unfit.ts'

/** One thing that can be wrong, and what follows from it. */
type Said = readonly MessageDescriptor[]

/** A page that stands by itself: its script shows which of its cases it is. */
export type StaticWords = {
  cases: Readonly<Record<string, { title: MessageDescriptor; said: Said }>>
  /** What holds in each case. */
  always: Said
  button: MessageDescriptor | undefined
}

const CANNOT_OPEN = msg`This browser cannot open Parley`

/** Shown by the service worker in place of a page that cannot be loaded. */
export const OFFLINE: StaticWords = {
  cases: {
    offline: {
      title: msg`This device is not connected to any network.`,
      said: [msg`Connect it. This page then comes back by itself.`],
    },
    away: {
      title: msg`The server is not answering.`,
      said: [
        msg`This device has a network, and the server of this address does not answer through it.`,
        msg`The server may be restarting, or this network may not let you through. This page tries again every few seconds and comes back by itself. If it does not, try another network, or ring your desk.`,
      ],
    },
  },
  always: [
    msg`Nothing is lost. Your seat or your desk is kept in this browser, and your link is still in the address above.`,
  ],
  button: msg`Try again now`,
}

/** Shown by `head/fit.ts` to a browser in which nothing of Parley can run. */
export const CANNOT_RUN: StaticWords = {
  cases: {
    old: {
      title: CANNOT_OPEN,
      said: [msg`It lacks what the page is made with.`, UNFIT.remedy, UNFIT.link],
    },
    'not-secure': {
      title: msg`This address cannot open Parley`,
      said: [
        msg`It begins with http. Browsers give keys, camera and microphone only to addresses that begin with https, or to pages of this very machine.`,
        msg`Ask whoever runs the server for its https address.`,
        msg`Your link is not used up. Open your link under the https address.`,
      ],
    },
    storage: {
      title: CANNOT_OPEN,
      said: [
        msg`It does not let this page keep anything, and a seat or a desk has to be kept on its device.`,
        msg`Allow this address to keep data in the settings of the browser, or leave its private mode.`,
        UNFIT.link,
      ],
    },
  },
  always: [],
  button: undefined,
}

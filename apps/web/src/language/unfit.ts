import { msg } from '@lingui/core/macro'

/** Which browsers can sit in a call. `adapters/media/selfTest.ts` shows what the others lack. */
export const UNFIT = {
  title: msg`This browser cannot take part in a call.`,
  because: msg`It has no way to hold back picture and sound until they are sealed.`,
  remedy: msg`Use Chrome, Edge or another browser made from Chromium, version 141 or newer, on a computer or on Android. Firefox and Safari cannot do it yet, and no browser on an iPhone or iPad can.`,
  link: msg`Your link is not used up. Open it in a browser that can.`,
  desk: msg`You can plan and sign here. To sit in a call, open your link in another browser.`,
} as const

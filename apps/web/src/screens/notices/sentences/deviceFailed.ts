import { msg } from '@lingui/core/macro'
import type { TrackKind } from '@parley/call'
import { DEVICE_FAILED, type DeviceFailed } from '../../green-room/deviceFailures.ts'

const SCREEN: DeviceFailed = {
  refused: {
    title: msg`The screen is not shared.`,
    remedy: msg`The browser was not allowed to, or you chose nothing.`,
  },
  'in-use': {
    title: msg`The screen cannot be read.`,
    remedy: msg`Another program may be holding it. Try another window.`,
  },
  'not-found': {
    title: msg`There is nothing to share.`,
    remedy: msg`This browser offers no screen and no window.`,
  },
  ended: {
    title: msg`The screen is no longer shared.`,
    remedy: msg`Sharing was ended in the browser, or the window was closed.`,
  },
  'not-sent': {
    title: msg`Your screen does not go out.`,
    remedy: msg`The connection did not take it. This page tries again by itself.`,
  },
}

/** Why a device gives nothing in the call, and what one can do there. The sound of a screen is asked for with the screen. */
export const FAILED_IN_CALL: Readonly<Record<TrackKind, DeviceFailed>> = {
  camera: {
    ...DEVICE_FAILED.camera,
    refused: {
      ...DEVICE_FAILED.camera.refused,
      remedy: msg`Allow it in the address bar, then turn it on again. Without it, nobody sees you.`,
    },
    'not-found': {
      ...DEVICE_FAILED.camera['not-found'],
      remedy: msg`Connect one and turn it on. Without it, nobody sees you.`,
    },
  },
  microphone: DEVICE_FAILED.microphone,
  screen: SCREEN,
  'screen-sound': {
    ...SCREEN,
    'not-sent': {
      ...SCREEN['not-sent'],
      title: msg`The sound of your screen does not go out.`,
    },
  },
}

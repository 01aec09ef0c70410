import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { DeviceFailure, TrackKind } from '@parley/call'

type Said = Readonly<Record<DeviceFailure, { title: MessageDescriptor; remedy: MessageDescriptor }>>

const CAMERA: Said = {
  refused: {
    title: msg`The browser was not allowed to use the camera.`,
    remedy: msg`Allow it in the address bar, then try again. You can also go in without a camera.`,
  },
  'in-use': {
    title: msg`Another program uses the camera.`,
    remedy: msg`Close that program, or choose another camera, then try again.`,
  },
  'not-found': {
    title: msg`There is no camera.`,
    remedy: msg`Connect one and try again, or go in without a camera.`,
  },
  ended: {
    title: msg`The camera stopped.`,
    remedy: msg`It was unplugged or closed. Choose another, or connect it again.`,
  },
  'not-sent': {
    title: msg`Your picture does not go out.`,
    remedy: msg`The connection did not take it. This page tries again by itself.`,
  },
}

const MICROPHONE: Said = {
  refused: {
    title: msg`The browser was not allowed to use the microphone.`,
    remedy: msg`Allow it in the address bar, then try again. Without it, nobody can hear you.`,
  },
  'in-use': {
    title: msg`Another program uses the microphone.`,
    remedy: msg`Close that program, or choose another microphone, then try again.`,
  },
  'not-found': {
    title: msg`There is no microphone.`,
    remedy: msg`Connect one and try again. Without it, nobody can hear you.`,
  },
  ended: {
    title: msg`The microphone stopped.`,
    remedy: msg`It was unplugged or closed. Choose another, or connect it again.`,
  },
  'not-sent': {
    title: msg`Your sound does not go out.`,
    remedy: msg`The connection did not take it. This page tries again by itself.`,
  },
}

const SCREEN: Said = {
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

/** Why a device gave nothing, and what one can do. */
export const DEVICE_FAILED: Readonly<Record<TrackKind, Said>> = {
  camera: CAMERA,
  microphone: MICROPHONE,
  screen: SCREEN,
  'screen-sound': SCREEN,
}

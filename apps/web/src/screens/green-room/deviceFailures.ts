import type { MessageDescriptor } from '@lingui/core'
import { msg } from '@lingui/core/macro'
import type { DeviceFailure } from '@parley/call'

/** What is, and what one can do. */
export type DeviceFailed = Readonly<
  Record<DeviceFailure, { title: MessageDescriptor; remedy: MessageDescriptor }>
>

const CAMERA: DeviceFailed = {
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

const MICROPHONE: DeviceFailed = {
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

/** Why a device gave nothing, and what one can do before the call. */
export const DEVICE_FAILED: Readonly<Record<'camera' | 'microphone', DeviceFailed>> = {
  camera: CAMERA,
  microphone: MICROPHONE,
}

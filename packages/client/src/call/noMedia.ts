import type { Media } from '@parley/call'

/** The media of a room in which there are words alone: none. */
export const NO_MEDIA: Media = {
  listen: () => ({ [Symbol.dispose]: () => undefined }),
  connect: () => undefined,
  serverIsBack: () => undefined,
  setEpoch: async () => undefined,
  holdBack: () => undefined,
  expect: () => undefined,
  setRoster: () => undefined,
  setBounds: () => undefined,
  compare: () => undefined,
  tellHowFar: () => undefined,
  setVisible: () => undefined,
  publish: () => undefined,
  openGate: async () => undefined,
  closeGate: async () => undefined,
  [Symbol.asyncDispose]: async () => undefined,
}

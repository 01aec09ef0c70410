import { LocalParticipant } from 'livekit-client'
import { decode } from './decoding.ts'
import { breakDevice, devicesOpened, plugIn, takeDevices, unplug } from './devices.ts'
import { breakWorker, layers, layersOn, receivers, removeLock, senders, traffic } from './locks.ts'
import { HostileClient } from './hostileClient.ts'
import { loopback } from './loopback.ts'
import { forgetRecordings, LabRecorder, recordingsHere } from './labRecorder.ts'
import { Member } from './member.ts'
import { PlainClient } from './plainClient.ts'
import { Stranger } from './stranger.ts'

/** Has so many publications of pictures in a row fail from now on. */
function breakPublishing(times: number): void {
  // oxlint-disable-next-line typescript/unbound-method -- it is bound at the call below
  const { publishTrack } = LocalParticipant.prototype
  LocalParticipant.prototype.publishTrack = function publish(track, options) {
    if (track.kind !== 'video' || times-- <= 0) return publishTrack.call(this, track, options)
    return Promise.reject(new Error('as the test wants'))
  }
}

/** By the page's own clock. */
function waitFor(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms))
}

/** What the tests call in the page. */
const lab = {
  removeLock,
  breakWorker,
  breakDevice,
  devicesOpened,
  unplug,
  plugIn,
  breakPublishing,
  loopback,
  senders,
  receivers,
  traffic,
  layers,
  layersOn,
  waitFor,
  join: async (...[options]: Parameters<typeof Member.join>) => {
    takeDevices(options.you.leaf)
    return Member.join(options)
  },
  wait: async (...[options]: Parameters<typeof Member.wait>) => {
    takeDevices(options.you.leaf)
    return Member.wait(options)
  },
  plainClient: (...[ticket]: Parameters<typeof PlainClient.join>) => PlainClient.join(ticket),
  decode,
  hostileClient: (...[ticket]: Parameters<typeof HostileClient.join>) => HostileClient.join(ticket),
  stranger: (url: string, token: string) => Stranger.join(url, token),
  record: (...[agreement]: Parameters<typeof LabRecorder.begin>) => LabRecorder.begin(agreement),
  recordingsHere,
  forgetRecordings,
}

export type Lab = typeof lab

Object.assign(globalThis, { lab })

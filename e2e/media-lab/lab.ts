import { takeDevices } from './devices.ts'
import { removeLock, traffic } from './locks.ts'
import { loopback } from './loopback.ts'
import { Member } from './member.ts'
import { PlainClient } from './plainClient.ts'
import { Stranger } from './stranger.ts'

/** What the tests call in the page. */
const lab = {
  removeLock,
  loopback,
  traffic,
  join: async (...[options]: Parameters<typeof Member.join>) => {
    takeDevices(options.you.leaf)
    return Member.join(options)
  },
  plainClient: (...[ticket]: Parameters<typeof PlainClient.join>) => PlainClient.join(ticket),
  stranger: (url: string, token: string) => Stranger.join(url, token),
}

export type Lab = typeof lab

Object.assign(globalThis, { lab })

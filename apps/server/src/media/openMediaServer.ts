import type { Clock } from '../clock.ts'
import type { MediaAt } from '../config.ts'
import type { Log } from '../log.ts'
import { ChildMediaServer } from './childMediaServer.ts'
import { ExternalMediaServer } from './externalMediaServer.ts'
import { noMediaServer, type MediaServer } from './mediaServer.ts'

/** The media server as configured. The caller disposes of it. */
export async function openMediaServer(
  at: MediaAt,
  world: { clock: Clock; log: Log },
): Promise<MediaServer> {
  switch (at.is) {
    case 'child':
      return ChildMediaServer.start(at, world)
    case 'external':
      return ExternalMediaServer.connect(at, world.clock)
    case 'none':
      return noMediaServer
  }
}

import type { BrowserContext } from '@playwright/test'
import { leadOver } from './leadOver.ts'
import { tcpLine } from './tcpLine.ts'
import { udpLine } from './udpLine.ts'

/** One person's whole line to the server and its media server, which a test can cut and mend. */
export interface CuttableLine extends AsyncDisposable {
  /** What their browser is launched with. */
  readonly proxy: { readonly server: string }
  /** Packets of media that passed, either way. */
  readonly packets: number
  /** Leads the media of a context's pages over the line, too. */
  lead(context: BrowserContext): Promise<unknown>
  /** Nothing passes any more: to the media server alone, to the server alone, or at all. */
  cut(what: 'media' | 'words' | 'all'): void
  /** Of the packets of media that share is lost, either way, by chance. */
  lose(share: number): void
  mend(): void
  /** Each packet of media takes so long, either way. */
  delay(ms: number): void
}

/** The path at which the server passes on the media server's signalling. */
const MEDIA_PATH = '/media'

export async function cuttableLine({
  mediaUdpPort,
}: {
  mediaUdpPort: number
}): Promise<CuttableLine> {
  await using opening = new AsyncDisposableStack()
  const tcp = opening.use(await tcpLine(MEDIA_PATH))
  const udp = opening.use(await udpLine(mediaUdpPort))
  const parts = opening.move()
  return {
    proxy: { server: `socks5://127.0.0.1:${tcp.port}` },
    get packets() {
      return udp.packets
    },
    lead: (context) =>
      context.addInitScript(leadOver, { mediaPort: mediaUdpPort, linePort: udp.port }),
    cut(what) {
      if (what === 'words') return tcp.cut(['other'])
      udp.narrow(0)
      tcp.cut(what === 'all' ? ['media', 'other'] : ['media'])
    },
    mend() {
      udp.narrow(undefined)
      tcp.mend()
    },
    delay: (ms) => udp.delay(ms),
    lose: (share) => udp.lose(share),
    [Symbol.asyncDispose]: () => parts.disposeAsync(),
  }
}

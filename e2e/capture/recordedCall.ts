import { globSync } from 'node:fs'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { BrowserContext } from '@playwright/test'
import { systemClock } from '@parley/client'
import { createLog, Secret, startServer } from '@parley/server'
import {
  DeskSecrets,
  memoryKeyStore,
  planCall,
  type PlannedCall,
  type PlannedWords,
} from '@parley/testkit'
import { leadOver } from '../line/leadOver.ts'
import { recordedLine } from '../line/recordedLine.ts'
import { udpLine } from '../line/udpLine.ts'
import { startMediaServer, type MediaServer } from '../media-lab/mediaServer.ts'

/** A call at a server and a media server of which all is kept that an operator could have. */
export type RecordedCall = {
  /** What is dialled: all that passes is kept. */
  url: string
  planned: PlannedCall
  media: MediaServer
  /** Of both desks. */
  secrets: DeskSecrets
  /** Leads the media of a context's pages over the line that is kept, too. */
  lead(context: BrowserContext): Promise<unknown>
  /** What both servers were told, wrote and stored. */
  kept(): Promise<Record<'sockets' | 'packets' | 'database' | 'logs' | 'mediaLogs', Buffer[]>>
}

/** Plans a call of two sides with those words; `parts` ends it. */
export async function recordCall(
  parts: AsyncDisposableStack,
  { words, seatsEach }: { words: PlannedWords; seatsEach: number },
): Promise<RecordedCall> {
  const [packets, logs, mediaLogs]: [Buffer[], Buffer[], Buffer[]] = [[], [], []]
  const media = parts.use(await startMediaServer({ hear: (said) => void mediaLogs.push(said) }))
  const { key, secret } = media.keys
  const folder = await mkdtemp(join(tmpdir(), 'parley-'))
  const server = parts.use(
    await startServer({
      log: createLog({ write: (line) => void logs.push(Buffer.from(line)) }),
      database: { is: 'sqlite', file: join(folder, 'parley.sqlite') },
      webFolder: join(import.meta.dirname, '../../apps/web/dist'),
      media: { is: 'external', url: media.url, key, secret: new Secret(secret) },
    }),
  )
  const line = parts.use(await recordedLine(server))
  const udp = parts.use(await udpLine(media.udpPort, (packet) => void packets.push(packet)))
  const secrets = new DeskSecrets()
  const at = { url: line.url, createToken: server.createToken }
  const stores = [secrets.keptIn(memoryKeyStore()), secrets.keptIn(memoryKeyStore())] as const
  const planned = parts.use(await planCall(at, { seatsEach, clock: systemClock, words, stores }))
  return {
    url: line.url,
    planned,
    media,
    secrets,
    lead: (context) =>
      context.addInitScript(leadOver, { mediaPort: media.udpPort, linePort: udp.port }),
    kept: async () => {
      const files = globSync(join(folder, 'parley.sqlite*'))
      const database = await Promise.all(files.map((file) => readFile(file)))
      return { sockets: line.read(), packets, database, logs, mediaLogs }
    },
  }
}

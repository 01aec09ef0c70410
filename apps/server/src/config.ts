import { join, resolve } from 'node:path'
import * as v from 'valibot'
import type { DatabaseAt } from './database/open.ts'
import { Secret } from './secret.ts'
import { StartError } from './startError.ts'

/** Where the media server is: a child of ours, one that runs elsewhere, or none. */
export type MediaAt =
  | { is: 'child'; binary: string; nodeIp: string; udpPort: number; tcpPort: number }
  | { is: 'external'; url: string; key: string; secret: Secret }
  | { is: 'none' }

/** What the server is told when it starts. */
export type Config = {
  host: string
  /** 0 takes one that is free. */
  port: number
  dataFolder: string
  database: DatabaseAt
  /** What a seal shows to create a call; `open` lets any seal; `kept` is the one in the data folder. */
  createToken: Secret | 'open' | 'kept'
  webFolder: string
  /** Who runs it, as the first page says. None: the page says what it is for. */
  name: string | undefined
  /** What a reader of the metrics shows. Without one, only this machine reads them. */
  metricsToken: Secret | undefined
  /** As clients dial them. None: the names of this machine. */
  origins: readonly string[]
  /** Whose copies of the client may use the server. None: anybody's. */
  clientOrigins: readonly string[]
  /** Of which server this one serves a copy of the client, and nothing else. */
  copyOf: string | undefined
  /** Whether the addresses of clients are told by a proxy in front. */
  isBehindProxy: boolean
  media: MediaAt
  /** Whether it is a demonstration, whose links carry seals. */
  isDemonstration: boolean
}

const Port = v.pipe(
  v.string(),
  v.regex(/^\d+$/),
  v.transform(Number),
  v.integer(),
  v.minValue(0),
  v.maxValue(65_535),
)
const SecretText = v.pipe(
  v.string(),
  v.minLength(16),
  v.transform((text) => new Secret(text)),
)
/** What the fragment of the link to plan a call may hold. */
const TokenText = v.pipe(
  v.string(),
  v.regex(/^[\w-]{16,128}$/),
  v.transform((text) => new Secret(text)),
)
const Origins = v.pipe(
  v.string(),
  v.transform((text) => text.split(',').map((origin) => origin.trim())),
  v.array(v.pipe(v.string(), v.regex(/^https?:\/\/[^/]+$/))),
)
const OneOrigin = v.pipe(v.string(), v.regex(/^https?:\/\/[\w.-]+(:\d+)?$/))
const Environment = v.object({
  PARLEY_HOST: v.optional(v.string(), '127.0.0.1'),
  PARLEY_PORT: v.optional(Port, '8080'),
  PARLEY_DATA: v.optional(v.string(), '.data'),
  PARLEY_WEB: v.optional(v.string(), 'apps/web/dist'),
  PARLEY_NAME: v.optional(v.pipe(v.string(), v.trim(), v.regex(/^\P{Cc}{1,60}$/u))),
  PARLEY_ORIGIN: v.optional(Origins),
  PARLEY_CLIENT_ORIGINS: v.optional(Origins),
  PARLEY_COPY_OF: v.optional(OneOrigin),
  PARLEY_BEHIND_PROXY: v.optional(v.picklist(['yes', 'no']), 'no'),
  PARLEY_CREATE_TOKEN: v.optional(v.union([v.literal('open'), TokenText])),
  PARLEY_METRICS_TOKEN: v.optional(SecretText),
  PARLEY_LIVEKIT: v.optional(v.string(), 'livekit-server'),
  PARLEY_NODE_IP: v.optional(v.pipe(v.string(), v.ip()), '127.0.0.1'),
  PARLEY_MEDIA_UDP_PORT: v.optional(Port, '7882'),
  PARLEY_MEDIA_TCP_PORT: v.optional(Port, '7881'),
  DATABASE_URL: v.optional(v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//))),
  PARLEY_DEMO: v.optional(v.picklist(['yes', 'no']), 'no'),
  LIVEKIT_URL: v.optional(v.pipe(v.string(), v.url())),
  LIVEKIT_API_KEY: v.optional(v.pipe(v.string(), v.minLength(1))),
  LIVEKIT_API_SECRET: v.optional(SecretText),
})
type Environment = v.InferOutput<typeof Environment>

/** Reads what the server is told. Throws, naming each variable that is wrong and printing no value. */
export function readConfig(environment: Record<string, string | undefined>): Config {
  const parsed = v.safeParse(Environment, environment)
  if (!parsed.success) {
    const names = parsed.issues.map((issue) => v.getDotPath(issue))
    throw new StartError(`Missing or malformed in the environment: ${names.join(', ')}`)
  }
  const e = parsed.output
  const dataFolder = resolve(e.PARLEY_DATA)
  return {
    host: e.PARLEY_HOST,
    port: e.PARLEY_PORT,
    dataFolder,
    database: e.DATABASE_URL
      ? { is: 'postgres', url: e.DATABASE_URL }
      : { is: 'sqlite', file: join(dataFolder, 'parley.sqlite') },
    createToken: e.PARLEY_CREATE_TOKEN ?? 'kept',
    webFolder: resolve(e.PARLEY_WEB),
    name: e.PARLEY_NAME,
    metricsToken: e.PARLEY_METRICS_TOKEN,
    origins: e.PARLEY_ORIGIN ?? [],
    clientOrigins: e.PARLEY_CLIENT_ORIGINS ?? [],
    copyOf: e.PARLEY_COPY_OF,
    isBehindProxy: e.PARLEY_BEHIND_PROXY === 'yes',
    media: mediaOf(e),
    isDemonstration: e.PARLEY_DEMO === 'yes',
  }
}

function mediaOf(e: Environment): MediaAt {
  if (!e.LIVEKIT_URL)
    return {
      is: 'child',
      binary: e.PARLEY_LIVEKIT,
      nodeIp: e.PARLEY_NODE_IP,
      udpPort: e.PARLEY_MEDIA_UDP_PORT,
      tcpPort: e.PARLEY_MEDIA_TCP_PORT,
    }
  if (!e.LIVEKIT_API_KEY || !e.LIVEKIT_API_SECRET)
    throw new StartError(
      'Missing or malformed in the environment: LIVEKIT_API_KEY, LIVEKIT_API_SECRET',
    )
  return {
    is: 'external',
    url: e.LIVEKIT_URL,
    key: e.LIVEKIT_API_KEY,
    secret: e.LIVEKIT_API_SECRET,
  }
}

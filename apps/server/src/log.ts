import type { CallId, EnrolmentId, RefusalCode, RoomId, SeatId, SideId } from '@parley/protocol'
import { pino, type DestinationStream } from 'pino'

/** All that a log line may be about. Names, words, keys and tokens are not in this type, so they are not in the logs. */
type About = {
  call?: CallId
  room?: RoomId
  side?: SideId
  seat?: SeatId
  enrolment?: EnrolmentId
  code?: RefusalCode
  /** A place in a log, a count or a port. */
  number?: number
}

/** One line is one transition, in one sentence. */
export interface Log {
  info(sentence: string, about?: About): void
  warn(sentence: string, about?: About): void
  /** A bug, with its stack: what was said or stored when it happened is not in it. */
  bug(error: unknown): void
}

/** Enough of an id to follow one call through the logs, and no more: `caucus/Xk3fQ9aTz0c` is `caucus/Xk3f…`. */
function shortId(id: string): string {
  return id.replaceAll(/[\w-]{9,}/g, (part) => `${part.slice(0, 4)}…`)
}

/** The only maker of logs, so that what they leave out has one home. Writes to standard error unless told otherwise. */
export function createLog(destination: DestinationStream = pino.destination(2)): Log {
  const logger = pino({}, destination)
  return {
    info: (sentence, about) => logger.info(withShortIds(about), sentence),
    warn: (sentence, about) => logger.warn(withShortIds(about), sentence),
    bug: (error) => logger.error({ stack: framesOf(error) }, 'A bug'),
  }
}

/** The kind of error and its frames. Messages of libraries may quote what they were given, so they stay out. */
function framesOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : ''
  return [`${error.name}${code}`, ...frames].join('\n')
}

function withShortIds({ code, number, ...ids }: About = {}): Record<string, unknown> {
  const short = Object.entries(ids).map(([key, id]) => [key, shortId(id)])
  return { ...Object.fromEntries(short), code, number }
}

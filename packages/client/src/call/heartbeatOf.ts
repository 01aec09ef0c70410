import type { Call } from '@parley/call'
import type { Word } from '../room/roomSession.ts'

/** What a heartbeat says of this device. */
export function heartbeatOf(
  { publishing, microphoneWord: microphone, listens, company, agenda, soundWay }: Call,
  { nextMs }: { nextMs: number },
): Extract<Word, { word: 'heartbeat' }> {
  const { tracks, hears, sees } = publishing
  const { lineMs } = soundWay
  const said = { word: 'heartbeat', nextMs, microphone, tracks, hears, sees } as const
  return {
    ...said,
    ...(lineMs !== undefined && { lineMs }),
    ...(listens && { listens }),
    ...(company.own && { company: company.own }),
    ...agenda,
  }
}

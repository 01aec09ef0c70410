import type { Call } from '@parley/call'
import type { Word } from '../room/roomSession.ts'

/** What a heartbeat says of this device. */
export function heartbeatOf(
  { publishing, microphoneWord: microphone, listens, company, agenda, soundWay }: Call,
  { nextMs, attests }: { nextMs: number; attests: boolean },
): Extract<Word, { word: 'heartbeat' }> {
  const { hears, sees } = publishing
  const tracks = publishing.tracks.map((track) =>
    attests && track.kind !== 'microphone' ? { ...track, attested: attests } : track,
  )
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

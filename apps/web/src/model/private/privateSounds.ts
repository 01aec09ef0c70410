import type { Call } from '@parley/call'
import type { MediaTracks } from '../seat/mediaTracks.ts'
import { isSpeaking, othersIn } from './privateView.ts'

/** The private voices that are played here; one that whispers to another is none of them. */
export function privateSounds(
  caucus: Call,
  { attached }: MediaTracks,
): readonly { key: string; media: MediaStreamTrack }[] {
  return othersIn(caucus)
    .filter(isSpeaking)
    .flatMap(({ leaf, microphone }) =>
      attached
        .filter(
          (one) => one.leaf === leaf && 'track' in microphone && one.number === microphone.track,
        )
        .map(({ media }) => ({ key: `private ${media.id}`, media })),
    )
}

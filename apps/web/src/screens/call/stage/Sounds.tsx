import { useEffect, useRef, type ReactNode } from 'react'
import type { Sound } from '../../../model/callView.ts'

/** What the others say, each track in an element of its own, out of the chosen speaker. */
export function Sounds({
  sounds,
  speaker,
}: {
  sounds: readonly Sound[]
  speaker: string
}): ReactNode {
  return sounds.map(({ key, media }) => <OneSound key={key} media={media} speaker={speaker} />)
}

function OneSound({ media, speaker }: { media: MediaStreamTrack; speaker: string }): ReactNode {
  const element = useRef<HTMLAudioElement>(null)
  useEffect(() => {
    const audio = element.current
    if (!audio) return undefined
    audio.srcObject = new MediaStream([media])
    return () => {
      audio.srcObject = null
    }
  }, [media])
  useEffect(() => {
    const audio = element.current
    if (!audio || !('setSinkId' in audio)) return
    void chooseSpeaker(audio, speaker)
  }, [speaker])
  return <audio ref={element} autoPlay hidden />
}

/** A speaker that is gone leaves the sound where it was: one goes on hearing. */
async function chooseSpeaker(audio: HTMLAudioElement, speaker: string): Promise<void> {
  try {
    await audio.setSinkId(speaker === 'default' ? '' : speaker)
  } catch {
    await audio.setSinkId('')
  }
}

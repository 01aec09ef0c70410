import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { chooseSpeaker } from '../../../adapters/chooseSpeaker.ts'
import { fadeVolume } from '../../../adapters/fadeVolume.ts'
import type { Sound } from '../../../model/callMix.ts'

/** What the others say, each track in an element of its own, out of the chosen speaker. */
export function Sounds({
  sounds,
  speaker,
  isMuted = false,
}: {
  sounds: readonly Sound[]
  speaker: string
  /** The tracks flow through the elements, and are played elsewhere. */
  isMuted?: boolean
}): ReactNode {
  return sounds.map(({ key, ...sound }) => (
    <OneSound key={key} {...sound} speaker={speaker} isMuted={isMuted} />
  ))
}

function OneSound({
  media,
  volume,
  overMs,
  speaker,
  isMuted,
}: Omit<Sound, 'key'> & { speaker: string; isMuted: boolean }): ReactNode {
  const element = useRef<HTMLAudioElement>(null)
  // Before anything of it is heard.
  useLayoutEffect(() => {
    return element.current ? fadeVolume(element.current, { volume, overMs }) : undefined
  }, [volume, overMs])
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
    if (audio) void chooseSpeaker(audio, speaker)
  }, [speaker])
  return <audio ref={element} autoPlay hidden muted={isMuted} />
}

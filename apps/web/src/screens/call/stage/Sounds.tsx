import { useEffect, useLayoutEffect, useRef, type ReactNode } from 'react'
import { chooseSpeaker } from '../../../adapters/chooseSpeaker.ts'
import { fadeVolume } from '../../../adapters/fadeVolume.ts'
import type { Sound } from '../../../model/callMix.ts'

/** What the others say, each track in an element of its own, out of the chosen speaker. */
export function Sounds({
  sounds,
  speaker,
}: {
  sounds: readonly Sound[]
  speaker: string
}): ReactNode {
  return sounds.map(({ key, ...sound }) => <OneSound key={key} {...sound} speaker={speaker} />)
}

function OneSound({
  media,
  volume,
  overMs,
  speaker,
}: Omit<Sound, 'key'> & { speaker: string }): ReactNode {
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
  return <audio ref={element} autoPlay hidden />
}

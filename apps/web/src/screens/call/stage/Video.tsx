import { useEffect, useRef, type ReactNode } from 'react'

/** A moving picture without its sound: sound is played by elements of its own. */
export function Video({
  media,
  isMirrored = false,
}: {
  media: MediaStreamTrack
  isMirrored?: boolean
}): ReactNode {
  const element = useRef<HTMLVideoElement>(null)
  useEffect(() => {
    const video = element.current
    if (!video) return undefined
    video.srcObject = new MediaStream([media])
    return () => {
      video.srcObject = null
    }
  }, [media])
  return (
    <video
      ref={element}
      className="tile__video"
      data-mirrored={isMirrored || undefined}
      autoPlay
      playsInline
      muted
    />
  )
}

import { brightnessOf, LOOK_HEIGHT, LOOK_WIDTH } from '../../model/check/picture.ts'

/** How often it is looked at. Larger: a lamp one moves shows late. Smaller: it takes the processor from the call’s own preparation. */
const EVERY_MS = 500

/** Tells the brightness of a camera’s picture twice a second, very small. Disposing ends it, and leaves the track alone. */
export function lookAtPicture(
  track: MediaStreamTrack,
  onLook: (brightness: readonly number[]) => void,
): Disposable {
  const video = document.createElement('video')
  video.muted = true
  video.playsInline = true
  video.srcObject = new MediaStream([track])
  // A page in the background may refuse; it plays once it is seen.
  video.play().catch(() => undefined)
  const canvas = new OffscreenCanvas(LOOK_WIDTH, LOOK_HEIGHT)
  const drawing = canvas.getContext('2d', { willReadFrequently: true })
  const timer = setInterval(() => {
    if (!drawing || track.muted || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return
    drawing.drawImage(video, 0, 0, LOOK_WIDTH, LOOK_HEIGHT)
    onLook(brightnessOf(drawing.getImageData(0, 0, LOOK_WIDTH, LOOK_HEIGHT).data))
  }, EVERY_MS)
  return {
    [Symbol.dispose]() {
      clearInterval(timer)
      video.srcObject = null
    },
  }
}

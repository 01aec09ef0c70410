/** Runs in a page, before its own script: its camera gives small pictures, few a second, whatever is asked for. */
export function takeSmallPictures(): void {
  const { mediaDevices } = navigator
  const getUserMedia = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = (asked) => {
    const { video } = asked ?? {}
    if (typeof video !== 'object') return getUserMedia(asked)
    const small = { width: 320, height: 180, frameRate: 10 }
    return getUserMedia({ ...asked, video: { ...video, ...small } })
  }
}

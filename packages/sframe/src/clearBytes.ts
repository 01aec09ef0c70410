/**
 * How many bytes of a frame the media server may read, by codec: what it needs to forward layers and
 * no more. Undefined for every codec that is not on the list, whose frames are dropped.
 * docs/protocol.md, "Frames".
 */
export function clearBytesOf(
  mimeType: string | undefined,
  isKeyFrame: boolean,
): number | undefined {
  switch (mimeType?.toLowerCase()) {
    case 'audio/opus':
      return 1
    case 'video/vp8':
      return isKeyFrame ? 10 : 3
    case 'video/vp9':
      return 0
    default:
      return undefined
  }
}

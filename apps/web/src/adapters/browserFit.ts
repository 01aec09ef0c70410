/**
 * Whether this browser can seal picture and sound before they leave it: it has transforms, and Chromium's
 * lock, which holds back what has none. The self test of each call is what shows that the lock holds.
 */
export function canSealMedia(): boolean {
  return (
    'RTCRtpScriptTransform' in globalThis &&
    'RTCRtpSender' in globalThis &&
    'createEncodedStreams' in RTCRtpSender.prototype
  )
}

/** Whether this browser has what a check takes: Ed25519, which it gives to secure pages and to saved ones, and base64. */
export async function canVerify(): Promise<boolean> {
  try {
    await crypto.subtle.generateKey('Ed25519', false, ['sign', 'verify'])
    return 'fromBase64' in Uint8Array && 'toHex' in Uint8Array.prototype
  } catch {
    return false
  }
}

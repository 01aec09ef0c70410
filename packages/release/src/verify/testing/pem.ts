import type { Bytes } from '@parley/protocol'

/** Bytes as PEM (RFC 7468) under that label. */
export function pem(label: 'CERTIFICATE' | 'PRIVATE KEY', bytes: Bytes): string {
  const lines = bytes.toBase64().match(/.{1,64}/g) ?? []
  return `-----BEGIN ${label}-----\n${lines.join('\n')}\n-----END ${label}-----\n`
}

import type { Bytes } from '@parley/protocol'
import { decodeHeader, encodeHeader } from './header.ts'
import { nonceOf, TAG_BYTES, type FrameKey } from './keySchedule.ts'

/** Seals a frame: clear codec bytes, header, ciphertext, tag. The first two are authenticated, header first. */
export async function sealFrame(
  frame: Bytes,
  {
    frameKey,
    kid,
    ctr,
    clearBytes,
  }: { frameKey: FrameKey; kid: number; ctr: number; clearBytes: number },
): Promise<Bytes> {
  const clear = frame.subarray(0, clearBytes)
  const header = encodeHeader(BigInt(kid), BigInt(ctr))
  const sealed = await crypto.subtle.encrypt(
    gcm(frameKey, BigInt(ctr), join(header, clear)),
    frameKey.key,
    frame.subarray(clear.length),
  )
  return join(clear, header, new Uint8Array(sealed))
}

/** A sealed frame in its parts; undefined when it is too short or its header is malformed. */
export function splitFrame(frame: Bytes, clearBytes: number): SealedFrame | undefined {
  const header = decodeHeader(frame.subarray(clearBytes))
  if (!header || frame.length < clearBytes + header.length + TAG_BYTES) return undefined
  const bodyAt = clearBytes + header.length
  return {
    kid: header.kid,
    ctr: header.ctr,
    clear: frame.subarray(0, clearBytes),
    header: frame.subarray(clearBytes, bodyAt),
    body: frame.subarray(bodyAt),
  }
}

/** The parts of a sealed frame, none of them believed yet. */
export type SealedFrame = { kid: bigint; ctr: bigint; clear: Bytes; header: Bytes; body: Bytes }

/** The frame as its sender's encoder made it; undefined when it is not authentic. */
export async function openFrame(
  sealed: SealedFrame,
  frameKey: FrameKey,
): Promise<Bytes | undefined> {
  const { clear, header, body, ctr } = sealed
  try {
    const opened = await crypto.subtle.decrypt(
      gcm(frameKey, ctr, join(header, clear)),
      frameKey.key,
      body,
    )
    return join(clear, new Uint8Array(opened))
  } catch {
    return undefined
  }
}

function gcm({ salt }: FrameKey, ctr: bigint, additionalData: Bytes): AesGcmParams {
  return { name: 'AES-GCM', iv: nonceOf(salt, ctr), additionalData, tagLength: TAG_BYTES * 8 }
}

function join(...parts: readonly Bytes[]): Bytes {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

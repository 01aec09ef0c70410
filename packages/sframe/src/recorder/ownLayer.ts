/** Without a frame for so long, a layer has ended. Larger: a recording stands still when the line grows thin. Smaller: it changes for a hiccup. */
const ENDED_AFTER_MS = 1500

type Layer = { source: number | undefined; lines: number; seenAtMs: number }

/**
 * Of the layers of one's own picture, the one to record: the largest that is sent. It changes at a key frame
 * alone, since nothing else can be shown without what was before.
 */
export class OwnLayer {
  #chosen: Layer | undefined

  /** Whether that frame is of it. `lines` is known of key frames. */
  takes({
    source,
    lines,
    nowMs,
  }: {
    source: number | undefined
    lines: number | undefined
    nowMs: number
  }): boolean {
    const chosen = this.#chosen
    if (chosen?.source === source && chosen) {
      chosen.seenAtMs = nowMs
      chosen.lines = lines ?? chosen.lines
      return true
    }
    if (lines === undefined) return false
    const hasEnded = !chosen || nowMs - chosen.seenAtMs > ENDED_AFTER_MS
    if (!hasEnded && lines <= chosen.lines) return false
    this.#chosen = { source, lines, seenAtMs: nowMs }
    return true
  }
}

/** Lines of the picture that a VP8 key frame begins (RFC 6386, section 9.1); undefined of any other frame. */
export function linesOfKeyFrame(bytes: Uint8Array): number | undefined {
  const [first = 1] = bytes
  const isKey = (first & 1) === 0 && bytes.length >= 10
  return isKey ? (((bytes[9] ?? 0) << 8) | (bytes[8] ?? 0)) & 0x3fff : undefined
}

import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs'

/** Larger: more memory for the search. Smaller: more reads. */
const PIECE_BYTES = 16 * 1024 * 1024
/** How much of a piece is read again with the next, so that nothing is cut in two. */
const OVERLAP_BYTES = 4096

/** Only Linux gives the memory of a process as a file. */
export const canReadMemory = existsSync('/proc/self/mem')

/** All that a process can write to and has, piece after piece: its heaps, its buffers and what it let go of and has not overwritten. */
export function* memoryOf(pid: number): Generator<Buffer> {
  if (!canReadMemory) return
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  try {
    for (const [from, to] of writable(pid))
      for (let at = from; at < to; at += PIECE_BYTES) {
        const piece = Buffer.alloc(Math.min(PIECE_BYTES + OVERLAP_BYTES, to - at))
        const read = tryToRead(memory, { piece, at })
        if (read > 0) yield piece.subarray(0, read)
      }
  } finally {
    closeSync(memory)
  }
}

function writable(pid: number): (readonly [number, number])[] {
  return readFileSync(`/proc/${pid}/maps`, 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [, from, to] = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line) ?? []
      return from && to ? [[Number.parseInt(from, 16), Number.parseInt(to, 16)] as const] : []
    })
}

/** What is reserved and was never used, or is let go meanwhile, cannot be read. */
function tryToRead(memory: number, { piece, at }: { piece: Buffer; at: number }): number {
  try {
    return readSync(memory, piece, 0, piece.length, at)
  } catch {
    return 0
  }
}

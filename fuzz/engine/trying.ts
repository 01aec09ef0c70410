import { closeSync, existsSync, openSync, readFileSync, writeSync } from 'node:fs'
import type { Bytes } from '@parley/protocol'

/** A file that has the input which is run at the moment, for whoever finds the process dead. */
export class TryingFile implements Disposable {
  readonly #file: number

  constructor(path: string) {
    this.#file = openSync(path, 'w')
  }

  write(input: Bytes): void {
    const length = new Uint8Array(4)
    new DataView(length.buffer).setUint32(0, input.length)
    writeSync(this.#file, length, 0, length.length, 0)
    writeSync(this.#file, input, 0, input.length, length.length)
  }

  [Symbol.dispose](): void {
    closeSync(this.#file)
  }
}

/** What was last written; nothing before the first input. */
export function readTrying(path: string): Bytes | undefined {
  if (!existsSync(path)) return undefined
  const bytes = new Uint8Array(readFileSync(path))
  if (bytes.length < 4) return undefined
  return bytes.slice(4, 4 + new DataView(bytes.buffer).getUint32(0))
}

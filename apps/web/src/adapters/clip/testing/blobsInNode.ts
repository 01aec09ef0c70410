import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { initSync } from '@contentauth/c2pa-wasm'

const bytesOf = new WeakMap<Blob, Uint8Array<ArrayBuffer>>()

/** A blob that can be read at once, as a worker of a browser can and Node cannot. */
class ReadableBlob extends Blob {
  constructor(bytes: Uint8Array<ArrayBuffer>, type = '') {
    super([bytes], { type })
    bytesOf.set(this, bytes)
  }

  override slice(from?: number, to?: number): Blob {
    return new ReadableBlob(bytesOf.get(this)?.slice(from, to) ?? new Uint8Array())
  }
}

/** Has the code of C2PA run in Node, which has no `FileReaderSync`, with such blobs. */
export function c2paInNode(): (bytes: Uint8Array<ArrayBuffer>) => Blob {
  const readsAtOnce = class {
    readAsArrayBuffer(blob: Blob): ArrayBuffer {
      const bytes = bytesOf.get(blob)
      if (!bytes) throw new Error('This blob cannot be read at once')
      return bytes.slice().buffer
    }
  }
  Object.assign(globalThis, { FileReaderSync: readsAtOnce })
  const module = readFileSync(
    fileURLToPath(import.meta.resolve('@contentauth/c2pa-wasm/c2pa.wasm')),
  )
  initSync({ module })
  return (bytes) => new ReadableBlob(bytes, 'video/mp4')
}

import { initSync } from '@contentauth/c2pa-wasm'
import address from '@contentauth/c2pa-wasm/c2pa.wasm?url'

/** Fetches the code of C2PA, nine megabytes, and says how much of it has come. Rejects where it cannot be had. */
export async function loadCode(onBytes: (bytes: number) => void): Promise<void> {
  const response = await fetch(address)
  if (!response.ok || !response.body)
    throw new Error(`${address} was answered with ${response.status}`)
  let come = 0
  const counted = response.body.pipeThrough(
    new TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>>({
      transform(chunk, controller) {
        come += chunk.length
        onBytes(come)
        controller.enqueue(chunk)
      },
    }),
  )
  const headers = { 'content-type': 'application/wasm' }
  const module = await WebAssembly.compileStreaming(new Response(counted, { headers }))
  initSync({ module })
}

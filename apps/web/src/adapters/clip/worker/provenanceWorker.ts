import type { ProvenanceAnswer, ProvenanceAsk } from '../messages.ts'
import { loadCode } from './loadCode.ts'
import { readStore, signFile } from './provenance.ts'

/** Adds manifests to files and reads them. Its own policy allows WebAssembly, and no page's does. */
let code: Promise<void> | undefined

addEventListener('message', ({ data }: MessageEvent<ProvenanceAsk>) => {
  void answer(data).then((said) => postMessage(said, { transfer: carriedBy(said) }))
})

async function answer(ask: ProvenanceAsk): Promise<ProvenanceAnswer> {
  const { id } = ask
  try {
    code ??= loadCode((bytes) => postMessage({ is: 'loading', bytes } satisfies ProvenanceAnswer))
    await code.catch((error: unknown) => {
      code = undefined
      throw error
    })
    switch (ask.do) {
      case 'load':
        return { id, is: 'loaded' }
      case 'sign':
        return { id, is: 'signed', file: await signFile(ask) }
      case 'read':
        return { id, is: 'read', store: await readStore(ask.file) }
    }
  } catch (error) {
    return { id, is: 'failed', because: error instanceof Error ? error.message : String(error) }
  }
}

function carriedBy(said: ProvenanceAnswer): Transferable[] {
  return said.is === 'signed' ? [said.file.buffer] : []
}

import { RECORDING_ENDS } from '@parley/release/recordings'
import { destroyOnDisk, RECORDINGS_FOLDER } from '@parley/sframe/recorder'

/** The recordings that lie in this browser, of whichever call. Nobody but their desks can open them. */
export interface RecordingFolder {
  /** By name. One that is being written is given as far as it is. */
  all(): Promise<readonly { name: string; file: File }[]>
  /** The key in its first bytes is written over, then the file is taken away. Rejects while it is being written. */
  destroy(name: string, firstBytes: number): Promise<void>
}

/** That of this browser profile; without one, it is empty. */
export const recordingFolder: RecordingFolder = {
  async all() {
    const folder = await open().catch(() => undefined)
    const found: { name: string; file: File }[] = []
    if (!folder) return found
    for await (const [name, handle] of folder.entries())
      if (handle.kind === 'file' && name.endsWith(RECORDING_ENDS))
        found.push({ name, file: await handle.getFile() })
    return found
  },
  destroy: destroyOnDisk,
}

async function open(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory()
  return root.getDirectoryHandle(RECORDINGS_FOLDER)
}

/** Hands a recording to whoever sits here, as a file to carry over. */
export function saveRecording(name: string, file: Blob): void {
  const url = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), KEPT_FOR_MS)
}

/** A browser that asks where to put it takes it only then. Larger: the address of it lives on. Smaller: a large file is cut off. */
const KEPT_FOR_MS = 10 * 60_000

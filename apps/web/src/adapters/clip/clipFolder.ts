import type { MadeFile } from './messages.ts'

/** How the folders of clips in the making are called on this origin's disk: when they were begun, and a random part. */
const NAMED = /^clip-(\d+)-/
/** No clip takes so long. Larger: what a page left lies about for longer. Smaller: another page's work is removed. */
const LEFT_MS = 6 * 60 * 60_000

/** A folder of this origin's disk in which a clip is made. Disposing removes it with all that is in it. */
export class ClipFolder implements AsyncDisposable {
  readonly name = `clip-${Date.now()}-${crypto.randomUUID()}`

  /** A copy of a file that was made in it, which the browser keeps for as long as somebody holds it. */
  async fileOf({ name, type }: MadeFile): Promise<Blob> {
    const root = await navigator.storage.getDirectory()
    const folder = await root.getDirectoryHandle(this.name)
    const file = await (await folder.getFileHandle(name)).getFile()
    return new Blob([await file.arrayBuffer()], { type })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await removeFolder(this.name)
  }
}

/** Removes what pages that were closed early left on the disk, hours ago. */
export async function removeLeftFolders(nowMs: number): Promise<void> {
  const root = await navigator.storage.getDirectory()
  for await (const name of root.keys()) {
    const begun = NAMED.exec(name)?.[1]
    if (begun !== undefined && nowMs - Number(begun) > LEFT_MS) await removeFolder(name)
  }
}

async function removeFolder(name: string): Promise<void> {
  const root = await navigator.storage.getDirectory()
  try {
    await root.removeEntry(name, { recursive: true })
  } catch (error) {
    if (!(error instanceof DOMException && error.name === 'NotFoundError')) throw error
  }
}

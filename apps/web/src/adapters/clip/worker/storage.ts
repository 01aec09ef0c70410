/** A file of this origin's own disk, open for one writer. Disposing closes it. */
export class DiskFile implements Disposable {
  readonly #handle: FileSystemSyncAccessHandle

  private constructor(handle: FileSystemSyncAccessHandle) {
    this.#handle = handle
  }

  /** An empty one of that name in that folder, which is made if it is not there. */
  static async create(folder: string, name: string): Promise<DiskFile> {
    const root = await navigator.storage.getDirectory()
    const at = await root.getDirectoryHandle(folder, { create: true })
    const file = await at.getFileHandle(name, { create: true })
    const handle = await file.createSyncAccessHandle()
    handle.truncate(0)
    return new DiskFile(handle)
  }

  get size(): number {
    return this.#handle.getSize()
  }

  /** Throws where the disk is full. */
  write(bytes: Uint8Array<ArrayBuffer>, at: number): void {
    for (let written = 0; written < bytes.length;)
      written += this.#handle.write(bytes.subarray(written), { at: at + written })
  }

  read(at: number, length: number): Uint8Array<ArrayBuffer> {
    const bytes = new Uint8Array(length)
    return bytes.subarray(0, this.#handle.read(bytes, { at }))
  }

  [Symbol.dispose](): void {
    this.#handle.flush()
    this.#handle.close()
  }
}

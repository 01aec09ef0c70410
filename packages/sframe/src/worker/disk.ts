import type { Bytes } from '@parley/protocol'
import type { DiskAnswer, DiskCommand } from '../recorder/diskMessages.ts'
import { RECORDINGS_FOLDER } from '../recorder/recordingsFolder.ts'

/** Larger: more memory while a long end is taken back. Smaller: more writes. */
const ZEROS = new Uint8Array(1024 * 1024)

let file: FileSystemSyncAccessHandle | undefined
let queue: Promise<void> = Promise.resolve()

onmessage = ({ data }: MessageEvent<DiskCommand>) => {
  queue = answer(queue, data)
}

async function answer(before: Promise<void>, command: DiskCommand): Promise<void> {
  await before
  const said: DiskAnswer = await carryOut(command).then(
    () => ({ is: 'done' }),
    (cause: unknown) => ({ is: 'failed', why: whyOf(cause) }),
  )
  postMessage(said)
}

async function carryOut(command: DiskCommand): Promise<void> {
  switch (command.do) {
    case 'open':
      file = await openFile(command.name)
      if (file.getSize() > 0) throw new DOMException('It is there', 'NoModificationAllowedError')
      return
    case 'append':
      return append(opened(), command.bytes)
    case 'cut':
      return cut(opened(), command.toBytes)
    case 'close':
      opened().close()
      file = undefined
      return
    case 'destroy':
      return destroy(command.name, command.firstBytes)
  }
}

function opened(): FileSystemSyncAccessHandle {
  if (!file) throw new DOMException('There is no file', 'InvalidStateError')
  return file
}

async function openFile(name: string): Promise<FileSystemSyncAccessHandle> {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle(RECORDINGS_FOLDER, { create: true })
  const handle = await folder.getFileHandle(name, { create: true })
  return handle.createSyncAccessHandle()
}

/** Written in one go, and on the disk when it is done. What could be written of it in part is taken away. */
function append(to: FileSystemSyncAccessHandle, bytes: Bytes): void {
  const at = to.getSize()
  try {
    if (to.write(bytes, { at }) < bytes.length) throw new DOMException('full', 'QuotaExceededError')
    to.flush()
  } catch (cause) {
    to.truncate(at)
    throw cause
  }
}

function cut(of: FileSystemSyncAccessHandle, toBytes: number): void {
  const size = of.getSize()
  for (let at = toBytes; at < size; at += ZEROS.length)
    of.write(ZEROS.subarray(0, Math.min(ZEROS.length, size - at)), { at })
  of.flush()
  of.truncate(toBytes)
  of.flush()
}

async function destroy(name: string, firstBytes: number): Promise<void> {
  const root = await navigator.storage.getDirectory()
  const folder = await root.getDirectoryHandle(RECORDINGS_FOLDER, { create: true })
  const handle = await folder.getFileHandle(name, { create: true })
  const destroyed = await handle.createSyncAccessHandle()
  try {
    destroyed.write(ZEROS.subarray(0, Math.min(firstBytes, destroyed.getSize())), { at: 0 })
    destroyed.flush()
    destroyed.truncate(0)
    destroyed.flush()
  } finally {
    destroyed.close()
  }
  await folder.removeEntry(name)
}

function whyOf(cause: unknown): (DiskAnswer & { is: 'failed' })['why'] {
  switch (cause instanceof DOMException ? cause.name : '') {
    case 'QuotaExceededError':
      return 'no-space'
    case 'NoModificationAllowedError':
      return 'in-use'
    case 'SecurityError':
    case 'UnknownError':
      return 'no-disk'
    default:
      return cause instanceof TypeError ? 'no-disk' : 'disk-failed'
  }
}

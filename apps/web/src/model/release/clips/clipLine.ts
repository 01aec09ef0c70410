import { fetchFile, sendFile, sendOpenly, type Desk } from '@parley/client'
import type { Carrying, ClipLine } from './ports.ts'

/** The files of clips over the line of a desk. */
export function clipLine({
  desk,
  server,
}: {
  desk: Desk
  server: { readonly origin: string }
}): ClipLine {
  const by = ({ onShare, signal }: Carrying) => ({
    connection: desk.connection,
    server,
    clock: desk.hands.clock,
    signal,
    onProgress: (there: number, of: number) => onShare(there / of),
  })
  return {
    send: (file, how) => sendFile(file, by(how)),
    fetch: (sealed, how) => fetchFile(sealed, by(how)),
    sendOpenly: (file, how) => sendOpenly(file, by(how)),
  }
}

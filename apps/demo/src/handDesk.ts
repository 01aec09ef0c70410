import { DEMONSTRATION, type DeskRecord, type HandedDesk } from '@parley/client'
import { exportBackup, toText, utf8 } from '@parley/seal'

/** A desk as text, its seal included, to be opened in a browser: for demonstrations, which say so. */
export async function handDesk(record: DeskRecord): Promise<string> {
  const { server, call, side, seal, callSecret, sideSecret, proposal, pins, signed } = record
  const handed: HandedDesk = {
    server,
    call,
    side,
    backup: await exportBackup(seal, DEMONSTRATION),
    callSecret: toText(callSecret),
    sideSecret: toText(sideSecret),
    proposal,
    pins: Object.fromEntries(
      Object.entries(pins).map(([of, pin]) => [of, { seal: pin.seal, at: pin.at }]),
    ),
    signed,
  }
  return toText(utf8(JSON.stringify(handed)))
}

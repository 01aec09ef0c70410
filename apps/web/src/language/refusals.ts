import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { RefusalCode } from '@parley/protocol'

/** The sentence of every code with which a server refuses. */
export const REFUSALS: Readonly<Record<RefusalCode, MessageDescriptor>> = {
  malformed: msg`The server did not understand this page. Load it again; if that does not help, the two are of different versions.`,
  'not-signed-in': msg`The server does not know this device yet. Load the page again.`,
  'bad-signature': msg`A signature is not right. Nothing was accepted.`,
  'not-permitted': msg`That is for another side or another seat.`,
  withdrawn: msg`Your desk has withdrawn this device. Ask your desk for a new link.`,
  replaced: msg`Your seat was given to another device. This one is no longer let in.`,
  expired: msg`The time of your pass is over. Ask your desk for a new link.`,
  'call-unknown': msg`This server knows no such call. It may have been removed, or the link is for another server.`,
  'link-unknown': msg`This link is not known here. A newer one may have replaced it. Ask your desk.`,
  'enrolment-unknown': msg`This request is not known any more. Open the link again.`,
  'file-unknown': msg`This file is not at the server, or not whole yet.`,
  'call-exists': msg`That call exists already.`,
  'document-exists': msg`Another wording was signed under that version already. Load the page to see it.`,
  'already-invited': msg`Another side has invited that side already. Its link is still open.`,
  'not-agreed': msg`Not every side has signed this. Nothing was published.`,
  'broken-chain': msg`Another version was published before. Load the page to see it.`,
  'group-alive': msg`Others are in the room. Joining them.`,
  'no-group': msg`Nobody is in the room yet.`,
  'token-spent': msg`This link was used already, on one device.`,
  'enrolment-ended': msg`Your desk refused this request, or the code was wrong. Ask again, or ring your desk.`,
  'too-large': msg`That is too large for this server.`,
  'too-many': msg`Too much at once. Wait a moment and try again.`,
  full: msg`This server keeps no more for your side.`,
  internal: msg`The server failed at this. Try again; if it stays so, tell whoever runs the server.`,
  'media-away': msg`The media server is away. It is being started again.`,
  'shutting-down': msg`The server is being stopped or restarted. This page comes back by itself.`,
}

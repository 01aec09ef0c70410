import { server, serverOnPostgres } from './targets/server.ts'
import { clientFiles, servedPage } from './targets/client.ts'
import { document, statement } from './targets/documents.ts'
import { frame, frameHeader } from './targets/frames.ts'
import { commitNote, envelope, opened, waitingNote, word } from './targets/log.ts'
import { clientMessage, createCall, serverMessage } from './targets/messages.ts'
import { logEntry, mls } from './targets/mls.ts'
import { recording, recordingPiece } from './targets/recordings.ts'
import { certificate, manifestStore, mediaFile, publication, released } from './targets/releases.ts'
import { published } from './targets/publications.ts'
import { grant, invitation, jwe, jws } from './targets/sealed.ts'
import type { MakeTarget } from './target.ts'
import { backup, backupInside, handedDesk, link } from './targets/texts.ts'

/** Every decoder of what comes from outside, by the name it is fuzzed under. */
export const TARGETS: ReadonlyMap<string, MakeTarget> = new Map<string, MakeTarget>([
  ['client-message', clientMessage],
  ['create-call', createCall],
  ['server', server],
  ['server-postgres', serverOnPostgres],
  ['server-message', serverMessage],
  ['document', document],
  ['statement', statement],
  ['published', published],
  ['jws', jws],
  ['jwe', jwe],
  ['grant', grant],
  ['invitation', invitation],
  ['envelope', envelope],
  ['opened', opened],
  ['waiting-note', waitingNote],
  ['mls', mls],
  ['log-entry', logEntry],
  ['commit-note', commitNote],
  ['word', word],
  ['frame-header', frameHeader],
  ['frame', frame],
  ['link', link],
  ['client-files', clientFiles],
  ['served-page', servedPage],
  ['backup', backup],
  ['backup-inside', backupInside],
  ['handed-desk', handedDesk],
  ['recording', recording],
  ['recording-piece', recordingPiece],
  ['publication', publication],
  ['released', released],
  ['media-file', mediaFile],
  ['manifest-store', manifestStore],
  ['certificate', certificate],
])

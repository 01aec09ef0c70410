import { CannotSign, ConnectionLost, type CannotSignCode } from '@parley/client'
import { Refusal, type RefusalCode } from '@parley/protocol'
import { WrongBackup } from './sealChoice.ts'

/** Why a deed of an officer came to nothing. */
export type DeskTrouble =
  | RefusalCode
  | CannotSignCode
  | 'line-lost'
  | 'wrong-code'
  | 'wrong-backup'
  | 'may-not-plan'

/** The trouble that a deed met. A bug is thrown on, with its stack. */
export function troubleOf(error: unknown): DeskTrouble {
  if (error instanceof Refusal || error instanceof CannotSign) return error.code
  if (error instanceof WrongBackup) return 'wrong-backup'
  if (error instanceof ConnectionLost) return 'line-lost'
  throw error
}

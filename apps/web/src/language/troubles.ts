import { msg } from '@lingui/core/macro'
import type { MessageDescriptor } from '@lingui/core'
import type { DeskTrouble } from '../model/desk/deskTrouble.ts'
import { REFUSALS } from './refusals.ts'

/** The sentence of everything that keeps a desk from what its officer wanted. */
export const TROUBLES: Readonly<Record<DeskTrouble, MessageDescriptor>> = {
  ...REFUSALS,
  'not-pinned': msg`This names a seal whose code you have not compared. Nothing was signed.`,
  'no-version-left': msg`Your side has signed the last version that there can be. Nothing was signed.`,
  'signed-other': msg`Another console of your desk has signed something else meanwhile. Look at it, and sign again what is still missing.`,
  'signed-later': msg`Your desk has signed a later version in place of this one. Nothing was signed.`,
  'not-next': msg`This does not follow from what is agreed. Nothing was signed.`,
  'unknown-draft': msg`This wording has changed meanwhile. Read it again before you sign.`,
  'seat-taken': msg`This gives away a seat of another side. Nothing was signed.`,
  'unknown-seat': msg`That seat has no pass, or is not in your delegation.`,
  behind: msg`The server has not sent all that your desk has seen before. Nothing was signed.`,
  'line-lost': msg`The line to the server was lost meanwhile. Try again once it is back.`,
  'wrong-code': msg`That was not the code of that device. Its request was ended, and it got nothing.`,
  'wrong-backup': msg`This file does not open with this passphrase, or is no seal of Parley.`,
  'may-not-plan': msg`This server lets only those plan a call who hold its planning link. Ask whoever runs it.`,
}

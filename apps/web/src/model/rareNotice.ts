import type { CallNotice } from './callNotices.ts'

const RARE = [
  'asks',
  'asks-to-wait',
  'company',
  'device-failed',
  'lists-apart',
  'not-heard-by',
  'not-played',
  'old-keys',
  'removed',
  'text-missed',
] as const

/** A notice that tells of no attack on the way in, and so may be loaded after it. */
export type RareNotice = Extract<CallNotice, { type: (typeof RARE)[number] }>

/** What one comes in with, and what whoever attacks must not be able to keep back. */
export type FirstNotice = Exclude<CallNotice, RareNotice>

const KINDS: ReadonlySet<CallNotice['type']> = new Set(RARE)

/** Whether its words and acts are loaded once one is in. */
export function isRare(notice: CallNotice): notice is RareNotice {
  return KINDS.has(notice.type)
}

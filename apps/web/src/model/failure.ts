import type { RefusalCode } from '@parley/protocol'

/** Why a page cannot be opened, where it is not the server that refused. */
export type Failure = 'not-kept' | 'not-agreed' | 'no-demonstration' | 'browser-unfit'

const PASSING: readonly (RefusalCode | Failure)[] = [
  'not-agreed',
  'malformed',
  'not-signed-in',
  'too-many',
  'internal',
  'media-away',
  'shutting-down',
]

/** Whether what stops a page may be over when it is loaded again. */
export function helpsToLoadAgain(code: RefusalCode | Failure): boolean {
  return PASSING.includes(code)
}

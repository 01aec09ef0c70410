import type { RequestKind } from '@parley/call'

/** What is done by one key while nobody writes. Languages have the figures from 1. */
export const KEYS = {
  air: 'M',
  floor: 'F',
  relay: 'R',
  handOver: 'H',
  aside: 'W',
} as const

/** Of the three things that are asked of a speaker. */
export const REQUEST_KEYS: Readonly<Record<RequestKind, string>> = {
  slower: 'S',
  'unfit-sound': 'U',
  'repeat-number': 'N',
}

/** What only a call needs, as one thing to load: the group with its cryptography, and the media client. */
export { openCall, openSeatRoom } from '@parley/client'
export { onPageGone } from '../../adapters/pageGone.ts'
export { keepAwake } from '../../adapters/wakeLock.ts'
export { MediaGround } from '../../adapters/media/mediaGround.ts'
export { MediaSession } from '../../adapters/media/mediaSession.ts'
export { liveCall } from './liveCall.ts'

/** What makes a room, loaded when one is entered: the group with its cryptography, which a call has in common with it. */
export { openSeatRoom } from '@parley/client'

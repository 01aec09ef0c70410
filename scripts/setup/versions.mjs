/** The Node that runs the server, the build and the tests. */
export const NODE_VERSION = '26.10.0'

/** The media server that is built when none is given. */
export const LIVEKIT_VERSION = 'v1.13.5'

/** What a media server found on the path has to say of itself. */
export const LIVEKIT_SERIES = /\b1\.13\.\d+/

/** The reader of C2PA, of another maker's build, that the tests hold clips to. */
export const C2PA_VERSION = '0.38.1'

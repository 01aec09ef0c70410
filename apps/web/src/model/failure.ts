/** Why a page cannot be opened, where it is not the server that refused. */
export type Failure = 'not-kept' | 'not-agreed' | 'no-demonstration' | 'browser-unfit'

/** Nothing can be said of what is served there, for a reason in one sentence. */
export class NotVerified extends Error {}

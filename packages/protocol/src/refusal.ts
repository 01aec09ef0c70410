/** Why the server refuses: stable words, each with a sentence in the screens. */
export type RefusalCode = keyof typeof HTTP_STATUS

/** The code travels in the body; the status is for proxies and for whoever reads their logs. */
export const HTTP_STATUS = {
  malformed: 400,
  'not-signed-in': 401,
  'bad-signature': 403,
  'not-permitted': 403,
  withdrawn: 403,
  replaced: 403,
  expired: 403,
  'call-unknown': 404,
  'link-unknown': 404,
  'enrolment-unknown': 404,
  'file-unknown': 404,
  'call-exists': 409,
  'document-exists': 409,
  'already-invited': 409,
  'not-agreed': 409,
  'broken-chain': 409,
  'group-alive': 409,
  'no-group': 409,
  'token-spent': 410,
  'enrolment-ended': 410,
  'too-large': 413,
  'too-many': 429,
  internal: 500,
  'media-away': 503,
  full: 507,
  'shutting-down': 503,
} as const satisfies Record<string, 400 | 401 | 403 | 404 | 409 | 410 | 413 | 429 | 500 | 503 | 507>

/** What the other side can act on. Anything else that is thrown is a bug, and keeps its stack. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode

  constructor(code: RefusalCode, options?: ErrorOptions) {
    super(code, options)
    this.code = code
  }
}

/** `error` has no code, `slow` took too long each time, `large` took much memory at once, `growth` keeps some of each input, `ended` is a process that died or did not come back. */
export type Fault = 'error' | 'slow' | 'large' | 'growth' | 'ended'

/** What is wrong with a target, and by which inputs it shows. Texts are base64url of bytes. */
export type Finding = {
  readonly target: string
  readonly fault: Fault
  /** What was seen, in words for people. */
  readonly says: string
  readonly seed: number
  readonly inputs: readonly string[]
}

/** Time as the call sees it. Tests move it by hand. */
export interface Clock {
  /** Milliseconds since the Unix epoch. */
  nowMs(): number
  /** Runs once, unless disposed of before. */
  after(ms: number, run: () => void): Disposable
}

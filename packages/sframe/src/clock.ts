/** Time as the worker sees it. Tests move it by hand. */
export interface WorkerClock {
  nowMs(): number
  /** Runs once, unless disposed of before. */
  after(ms: number, run: () => void): Disposable
}

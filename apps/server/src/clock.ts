/** Time as the server takes it; tests move it by hand. */
export interface Clock {
  /** Unix milliseconds. */
  nowMs(): number
  /** Runs it once, unless disposed of before. */
  after(delayMs: number, run: () => void): Disposable
}

/** The machine's. It does not keep the process alive. */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  after: (delayMs, run) => {
    const timer = setTimeout(run, delayMs)
    timer.unref()
    return { [Symbol.dispose]: () => clearTimeout(timer) }
  },
}

/** A day: a machine's timer holds no more than 24 of them. */
const LONGEST_MS = 24 * 60 * 60_000

/** Runs it once that time has come, however far away it is. */
export function at(clock: Clock, atMs: number, run: () => void): Disposable {
  let next: Disposable
  const wait = () => {
    const leftMs = atMs - clock.nowMs()
    next = clock.after(Math.min(Math.max(0, leftMs), LONGEST_MS), leftMs > LONGEST_MS ? wait : run)
  }
  wait()
  return { [Symbol.dispose]: () => next[Symbol.dispose]() }
}

/** Runs it again and again, each time that long after it began before. */
export function every(clock: Clock, periodMs: number, run: () => void): Disposable {
  let next: Disposable
  const again = () => {
    next = clock.after(periodMs, again)
    run()
  }
  next = clock.after(periodMs, again)
  return { [Symbol.dispose]: () => next[Symbol.dispose]() }
}

/**
 * Runs tasks one at a time, in the order given: what must not overlap, such as what one socket says.
 * A failure is its caller's alone and does not stop the next task.
 */
export class SerialQueue {
  #tail: Promise<unknown> = Promise.resolve()

  /** Settles as the task does. */
  async run<T>(task: () => Promise<T>): Promise<T> {
    const result = this.#tail.then(task)
    this.#tail = result.catch(() => undefined)
    return await result
  }

  /** Waits for what was given so far. */
  async idle(): Promise<void> {
    await this.#tail
  }
}

/** Starts the frame worker of a page. Whoever starts it ends it, and all frames with it. */
export function startFrameWorker(): Worker {
  return new Worker(new URL('worker/worker.ts', import.meta.url), {
    type: 'module',
    name: 'frames',
  })
}

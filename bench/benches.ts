import type { Results } from './report/spread.ts'

/** All benches in the order in which they run; each is loaded when it does. */
export const BENCHES: ReadonlyMap<string, () => Promise<Results>> = new Map([
  ['weight', async () => (await import('./weight.ts')).weight()],
  ['frames', async () => (await import('./frames.ts')).frames()],
  ['rekey', async () => (await import('./rekey.ts')).rekey()],
  ['start', async () => (await import('./start.ts')).start()],
  ['memory', async () => (await import('./memory.ts')).memory()],
])

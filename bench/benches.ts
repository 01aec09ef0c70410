import type { Results } from './report/spread.ts'

/** Measures, or only what is named after it. */
export type Bench = (which: readonly string[]) => Promise<Results>

/** All benches in the order in which they run; each is loaded when it does. */
export const BENCHES: ReadonlyMap<string, Bench> = new Map<string, Bench>([
  ['weight', async () => (await import('./weight.ts')).weight()],
  ['frames', async () => (await import('./frames.ts')).frames()],
  ['rekey', async (sizes) => (await import('./rekey.ts')).rekey(sizes)],
  ['garbage', async () => (await import('./garbage.ts')).garbage()],
  ['attested', async () => (await import('./attested.ts')).attested()],
  ['start', async () => (await import('./start.ts')).start()],
  ['memory', async () => (await import('./memory.ts')).memory()],
  ['join', async (sizes) => (await import('./join.ts')).join(sizes)],
  ['screens', async () => (await import('./screens.ts')).screens()],
  ['delay', async () => (await import('./delay.ts')).delay()],
  ['sound', async () => (await import('./sound.ts')).sound()],
  ['processor', async () => (await import('./processor.ts')).processor()],
  ['recording', async () => (await import('./recording.ts')).recording()],
  ['recover', async () => (await import('./recover.ts')).recover()],
  ['restart', async () => (await import('./restart.ts')).restart()],
  ['release', async () => (await import('./release.ts')).release()],
  ['epoch', async () => (await import('./epoch.ts')).epoch()],
])

/** What is measured only when it is named: it needs what nobody has who only cloned. */
export const ASKED_FOR: ReadonlyMap<string, Bench> = new Map<string, Bench>([
  ['yardstick', async (sizes) => (await import('./yardstick.ts')).yardstick(sizes)],
])

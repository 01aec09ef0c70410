import type { Desk, DeskState } from '@parley/client'

/** Resolves with what the desk's state gives, once it gives something. */
export async function until<T>(desk: Desk, find: (state: DeskState) => T | undefined): Promise<T> {
  const { promise, resolve } = Promise.withResolvers<T>()
  using listening = new DisposableStack()
  listening.use(
    desk.listen((state) => {
      const found = find(state)
      if (found !== undefined) resolve(found)
    }),
  )
  return await promise
}

import type { LosePlace, Place, PlaceName, Places } from '../model/places.ts'

/** A page that is loaded again gives its place back a moment later. Larger: a second window is told later. Smaller: a reload is taken for one. */
const GIVEN_BACK_WITHIN_MS = 500

/** Larger: a window that hangs keeps its place longer. Smaller: one that is busy letting go has it taken away. */
const LETS_GO_WITHIN_MS = 3000

const CHANNEL = 'parley-places'

/** Places among all windows of this origin: the browser's locks decide, and a channel asks for them. */
export const windowPlaces: Places = {
  async take(name, lose) {
    // A busy machine is late with a free place, too: it is given up only once another window is known to have it.
    const given = new AbortController()
    const look = async () => {
      const { held = [] } = await navigator.locks.query()
      if (held.some((lock) => lock.name === name)) given.abort()
    }
    const timer = setInterval(() => void look(), GIVEN_BACK_WITHIN_MS)
    return await hold(name, { signal: given.signal }, lose).finally(() => clearInterval(timer))
  },
  async takeOver(name, lose) {
    const channel = new BroadcastChannel(CHANNEL)
    channel.postMessage(name)
    const asked = await hold(name, { signal: AbortSignal.timeout(LETS_GO_WITHIN_MS) }, lose)
    channel.close()
    const place = asked ?? (await hold(name, { steal: true }, lose))
    if (!place) throw new Error('A place that is taken away is there')
    return place
  },
}

/** Holds the lock of that name, or nothing if the signal came first. */
async function hold(
  name: PlaceName,
  options: LockOptions,
  lose: LosePlace,
): Promise<Place | undefined> {
  const held = Promise.withResolvers<Place | undefined>()
  const released = Promise.withResolvers<void>()
  let isHeld = false
  const whole = navigator.locks.request(name, options, async () => {
    isHeld = true
    using listening = new DisposableStack()
    const letGo = async () => {
      await lose()
      released.resolve()
    }
    listening.use(onAsked(name, letGo))
    held.resolve({
      async [Symbol.asyncDispose]() {
        released.resolve()
        await whole.catch(() => undefined)
      },
    })
    await released.promise
  })
  whole.catch(() => {
    // Taken away, or not to be had in time.
    if (isHeld) void lose()
    else held.resolve(undefined)
    released.resolve()
  })
  return held.promise
}

/** Hears, once, that another window asks for the place. */
function onAsked(name: PlaceName, hear: () => Promise<void>): Disposable {
  const channel = new BroadcastChannel(CHANNEL)
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (data !== name) return
    channel.close()
    void hear()
  })
  return { [Symbol.dispose]: () => channel.close() }
}

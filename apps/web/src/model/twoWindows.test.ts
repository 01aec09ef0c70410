import { serverAt } from '@parley/client'
import { handDesk } from '@parley/demo'
import { startServer } from '@parley/server'
import { manualClock, memoryKeyStore, memoryNotes, planCall } from '@parley/testkit'
import { expect, test, vi } from 'vitest'
import { windowPlaces } from '../adapters/windowPlaces.ts'
import { Application } from './application.ts'

const clock = manualClock(Date.now())

/** Windows of one browser profile at the desk of one side. */
async function desk() {
  await using opening = new AsyncDisposableStack()
  const running = opening.use(await startServer({ isDemonstration: true }))
  const { desks } = opening.use(await planCall(running, { seatsEach: 1, clock }))
  const [own] = desks
  if (!own) throw new Error('There are two desks')
  const link = `#demo-desk=${await handDesk(own.state.record)}`
  const store = memoryKeyStore()
  const stays = opening.move()
  const window = async () => {
    const application = stays.use(
      new Application({
        server: serverAt(running.url),
        store,
        clock,
        page: running.url,
        saveFile: () => undefined,
        fragment: () => link,
        sit: () => expect.unreachable('Nobody sits down'),
        replaceFragment: () => undefined,
        timeZone: 'UTC',
        language: 'en-GB',
        notes: memoryNotes(),
        places: windowPlaces,
        canSit: true,
        serverName: undefined,
      }),
    )
    await application.open()
    return application
  }
  return { window, [Symbol.asyncDispose]: () => stays.disposeAsync() }
}

test('a second window of a desk signs nothing: it says that another one has it', async () => {
  await using stage = await desk()
  const first = await stage.window()

  const second = await stage.window()

  expect(first.screen.value.is).toBe('desk')
  expect(second.screen.value).toEqual({ is: 'elsewhere', what: 'desk' })
})

test('the window that takes the desk over has it, and the other one has let go and can take it back', async () => {
  await using stage = await desk()
  const [first, second] = [await stage.window(), await stage.window()]

  await second.send({ type: 'take-over-pressed' })

  expect(second.screen.value.is).toBe('desk')
  expect(first.screen.value).toEqual({ is: 'elsewhere', what: 'desk' })
  await first.send({ type: 'take-over-pressed' })
  expect(first.screen.value.is).toBe('desk')
  await vi.waitFor(() => expect(second.screen.value.is).toBe('elsewhere'))
})

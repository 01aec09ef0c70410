import { deskName, serverAt } from '@parley/client'
import { handDesk } from '@parley/demo'
import { startServer } from '@parley/server'
import { manualClock, memoryKeyStore, memoryNotes, planCall } from '@parley/testkit'
import { expect, test } from 'vitest'
import { windowPlaces } from '../adapters/windowPlaces.ts'
import { Application } from './application.ts'

const clock = manualClock(Date.now())

/** A browser that opens the link of a desk of a demonstration, at a server of either sort. */
async function handed({ isDemonstration }: { isDemonstration: boolean }) {
  await using opening = new AsyncDisposableStack()
  const running = opening.use(await startServer({ isDemonstration }))
  const { desks } = opening.use(await planCall(running, { seatsEach: 1, clock }))
  const links = await Promise.all(
    desks.map(async ({ state }) => `#demo-desk=${await handDesk(state.record)}`),
  )
  const store = memoryKeyStore()
  const open = async (link: string) => {
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
        places: windowPlaces,
        canSit: true,
        serverName: undefined,
        language: 'en-GB',
        notes: memoryNotes(),
      }),
    )
    await application.open()
    return application.screen.value
  }
  const stays = opening.move()
  const [own] = desks
  return { store, open, links, own, [Symbol.asyncDispose]: () => stays.disposeAsync() }
}

test('a browser takes both desks of a demonstration out of their links', async () => {
  await using at = await handed({ isDemonstration: true })

  for (const link of at.links) expect((await at.open(link)).is).toBe('desk')

  const kept = await at.store.desks.all()
  expect(kept.map(({ side }) => side)).toHaveLength(2)
})

test('a desk that is kept is not written over by a link', async () => {
  await using at = await handed({ isDemonstration: true })
  const { record } = at.own.state
  const kept = { ...record, proposal: { ...record.proposal, title: 'As kept' } }
  await at.store.desks.write(deskName(record), kept)

  const [link = ''] = at.links
  const screen = await at.open(link)

  expect(screen.is).toBe('desk')
  expect((await at.store.desks.read(deskName(record)))?.proposal.title).toBe('As kept')
})

test('a server that does not demonstrate lets no link bring a desk', async () => {
  await using at = await handed({ isDemonstration: false })

  const [link = ''] = at.links
  const screen = await at.open(link)

  expect(screen).toEqual({ is: 'failed', code: 'no-demonstration' })
  expect(await at.store.desks.all()).toEqual([])
})

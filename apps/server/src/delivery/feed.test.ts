import { expect, test } from 'vitest'
import { Feed, type FeedStore } from './feed.ts'

type Entry = { number: number }

/** What is written is read in batches of three. */
function shelf() {
  const entries: Entry[] = []
  const store: FeedStore<Entry> = {
    last: () => Promise.resolve(entries.length),
    after: (number) => Promise.resolve(entries.slice(number, number + 3)),
  }
  const feed = new Feed(store, (error) => {
    throw error
  })
  const write = (count: number) => {
    for (let i = 0; i < count; i++) entries.push({ number: entries.length + 1 })
    return entries.at(-1)
  }
  return { feed, write }
}

/** Has room for so many, until it is emptied. */
function reader(id: string, room: number) {
  const read: number[] = []
  const gone = new AbortController()
  let left = room
  let emptied: PromiseWithResolvers<void> | undefined
  return {
    id,
    after: 0,
    gone: gone.signal,
    read,
    send(entry: Entry) {
      read.push(entry.number)
      left--
    },
    backlog() {
      if (left > 0) return undefined
      emptied ??= Promise.withResolvers()
      return emptied.promise
    },
    leave: () => gone.abort(),
    empty() {
      left = room
      emptied?.resolve()
      emptied = undefined
    },
  }
}

const upTo = (last: number) => Array.from({ length: last }, (_, i) => i + 1)

test('a slow reader is sent no more than it has room for at once, and all in the end', async () => {
  const { feed, write } = shelf()
  write(10)
  const slow = reader('slow', 3)

  const following = feed.follow(slow)
  await expect.poll(() => slow.read).toEqual(upTo(3))
  slow.empty()
  await expect.poll(() => slow.read).toEqual(upTo(6))
  slow.empty()
  await expect.poll(() => slow.read).toEqual(upTo(9))
  slow.empty()

  await expect(following).resolves.toBe(10)
  expect(slow.read).toEqual(upTo(10))
})

test('a slow reader holds up nobody, and gets what came meanwhile in order and once', async () => {
  const { feed, write } = shelf()
  const [slow, fast] = [reader('slow', 2), reader('fast', 1000)]
  await feed.follow(slow)
  await feed.follow(fast)

  for (let i = 0; i < 20; i++) await feed.wake(write(1))
  const [byFast, bySlow] = [[...fast.read], [...slow.read]]
  for (let i = 0; i < 20; i++) {
    slow.empty()
    await feed.wake()
  }
  await feed.wake(write(1))

  expect(byFast).toEqual(upTo(20))
  expect(bySlow.length).toBeLessThanOrEqual(3)
  await expect.poll(() => slow.read).toEqual(upTo(21))
})

test('what is written while a reader is brought up reaches it, and those that are up to date', async () => {
  const { feed, write } = shelf()
  write(5)
  const [one, two] = [reader('one', 1000), reader('two', 1000)]
  await feed.follow(one)

  const following = feed.follow(two)
  const waking = feed.wake(write(4))
  await Promise.all([following, waking])
  await feed.wake(write(1))

  for (const { read } of [one, two]) expect(read).toEqual(upTo(10))
})

test('nothing more is read for a reader that is gone', async () => {
  const { feed, write } = shelf()
  write(100)
  const slow = reader('slow', 3)

  const following = feed.follow(slow)
  await expect.poll(() => slow.read).toEqual(upTo(3))
  slow.leave()
  slow.empty()
  await following

  expect(slow.read.length).toBeLessThanOrEqual(6)
})

test('a reader that claims to have read what is not there takes nothing from the others', async () => {
  const { feed, write } = shelf()
  write(2)
  const [liar, other] = [{ ...reader('liar', 1000), after: 1_000_000 }, reader('other', 1000)]

  await feed.follow(liar)
  await feed.follow(other)
  await feed.wake(write(1))

  expect([liar.read, other.read]).toEqual([[3], upTo(3)])
})

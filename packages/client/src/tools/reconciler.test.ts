import { expect, test } from 'vitest'
import { Reconciler } from './reconciler.ts'

test('of the wishes that come during an attempt only the newest is tried', async () => {
  const tried: string[] = []
  const attempts = Array.from({ length: 2 }, () => Promise.withResolvers<void>())
  const reconciler = new Reconciler(async (wish: string) => {
    tried.push(wish)
    await attempts[tried.length - 1]?.promise
  })

  const done = reconciler.want('first')
  for (const wish of ['second', 'third']) void reconciler.want(wish)
  for (const { resolve } of attempts) resolve()
  await done

  expect(tried).toEqual(['first', 'third'])
})

test.each(Array.from({ length: 12 }, (_, at) => at))(
  'a wish that comes %i steps after the one before was reached is tried as well',
  async (steps) => {
    const tried: string[] = []
    const reconciler = new Reconciler(async (wish: string) => void tried.push(wish))
    void reconciler.want('before')

    for (let step = 0; step < steps; step++) {
      // oxlint-disable-next-line no-await-in-loop -- one step after the other
      await Promise.resolve()
    }
    await reconciler.want('after')

    expect(tried.at(-1)).toBe('after')
  },
)

test('an attempt that fails is told, and the next wish is tried', async () => {
  const tried: string[] = []
  const reconciler = new Reconciler(async (wish: string) => {
    tried.push(wish)
    if (wish === 'impossible') throw new Error(wish)
  })

  await expect(reconciler.want('impossible')).rejects.toThrow('impossible')
  await reconciler.want('possible')

  expect(tried).toEqual(['impossible', 'possible'])
})

test('a failure that a newer wish has overtaken is told to nobody', async () => {
  const failing = Promise.withResolvers<void>()
  const reconciler = new Reconciler((wish: string) =>
    wish === 'overtaken' ? failing.promise : Promise.resolve(),
  )

  const overtaken = reconciler.want('overtaken')
  const newer = reconciler.want('newer')
  failing.reject(new Error('too late'))

  await expect(Promise.all([overtaken, newer])).resolves.toBeDefined()
})

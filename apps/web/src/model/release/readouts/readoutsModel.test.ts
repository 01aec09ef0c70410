import { Releases, type Publish } from '@parley/client'
import { Refusal } from '@parley/protocol'
import type { Block } from '@parley/release'
import type { EntryEvent } from '@parley/seal'
import { startServer } from '@parley/server'
import { manualClock, memoryKeyStore, planCall } from '@parley/testkit'
import { expect, test, vi } from 'vitest'
import { openReadoutsModel, type ReadoutsModel } from './readoutsModel.ts'

const HOUR = 3_600_000
const paragraph = (text: string): Block => ({ is: 'paragraph', runs: [{ text }] })

/** The readouts of two desks, by a clock that the test moves. */
async function stage({ publish = async () => undefined }: { publish?: Publish } = {}) {
  await using parts = new AsyncDisposableStack()
  const running = parts.use(await startServer())
  const clock = manualClock(Date.now())
  const planned = parts.use(await planCall(running, { seatsEach: 1, clock }))
  const noted: EntryEvent[] = []
  const files: { name: string; text: string }[] = []
  const stays = parts.move()
  const open = async (place: 0 | 1): Promise<ReadoutsModel> => {
    const desk = planned.desks[place]
    const { call } = desk.state.record
    const releases = stays.use(new Releases({ call, documents: desk.documents }))
    return stays.use(
      await openReadoutsModel({
        desk,
        releases,
        publish,
        store: memoryKeyStore(),
        note: (event) => noted.push(event),
        page: running.url,
        saveFile: (name, text) => files.push({ name, text }),
        translator: undefined,
        zones: () => ['Europe/Zurich', 'Africa/Nairobi'],
        language: 'en',
      }),
    )
  }
  return { clock, noted, files, open, [Symbol.asyncDispose]: () => stays.disposeAsync() }
}

async function write({ send }: ReadoutsModel, text = 'They met.'): Promise<void> {
  await send({ type: 'title-written', text: 'Talks' })
  await send({ type: 'body-written', body: [paragraph(text)] })
  await send({ type: 'save-pressed' })
}

test('a desk begins with nothing, and says what is written and saved (R101)', async () => {
  await using call = await stage()
  const model = await call.open(0)
  expect(model.view.value.saved).toEqual({ is: 'nothing' })
  expect(model.view.value.stops.map(({ because }) => because)).toEqual(['no-title', 'no-text'])

  await write(model)

  await vi.waitFor(() => expect(model.view.value.saved.is).toBe('saved'))
  expect(model.view.value.stops).toEqual([])
})

test('a text under embargo is held once it is signed, due when that is over, and public when it is published (R104)', async () => {
  const given: Parameters<Publish>[0][] = []
  await using call = await stage({ publish: async (one) => void given.push(one) })
  const model = await call.open(0)
  await write(model)
  const until = call.clock.nowMs() + HOUR
  await model.send({ type: 'embargo-set', embargo: { until, timeZone: 'Europe/Zurich' } })

  await model.send({ type: 'signed' })
  await vi.waitFor(() => expect(model.view.value.standing).toEqual({ is: 'held', until }))
  expect(given).toEqual([])
  call.clock.advance(HOUR + 6000)
  expect(model.view.value.standing).toEqual({ is: 'due' })
  await model.send({ type: 'published', how: 'by-hand' })

  await vi.waitFor(() => expect(model.view.value.standing.is).toBe('public'))
  expect(given).toHaveLength(1)
  expect(call.noted).toMatchObject([{ is: 'published', version: 1 }])
})

test('a text that is handed over early is told to lie where its operator could read it (R104)', async () => {
  await using call = await stage()
  const model = await call.open(0)
  await write(model)
  const until = call.clock.nowMs() + HOUR
  await model.send({ type: 'embargo-set', embargo: { until, timeZone: 'Europe/Zurich' } })
  await model.send({ type: 'signed' })
  await vi.waitFor(() => expect(model.view.value.standing.is).toBe('held'))

  await model.send({ type: 'published', how: 'early' })

  await vi.waitFor(() =>
    expect(model.view.value.standing).toMatchObject({ is: 'handed-over', until }),
  )
})

test('a word that is changed after the signature is not signed (R104)', async () => {
  await using call = await stage()
  const model = await call.open(0)
  await write(model)
  await model.send({ type: 'signed' })
  await vi.waitFor(() => expect(model.view.value.standing).toEqual({ is: 'due' }))

  await write(model, 'They met in Geneva.')

  await vi.waitFor(() => expect(model.view.value.standing).toEqual({ is: 'not-signed' }))
})

test('a correction begins with what is published, asks what it corrects, and can be left (R104)', async () => {
  await using call = await stage()
  const model = await call.open(0)
  await write(model)
  await model.send({ type: 'signed' })
  await vi.waitFor(() => expect(model.view.value.signed).toBeDefined())
  await model.send({ type: 'published', how: 'by-hand' })

  await model.send({ type: 'correction-begun' })
  await vi.waitFor(() => expect(model.view.value.stops).toEqual([{ because: 'no-correction' }]))
  expect(model.view.value.text.body).toEqual([paragraph('They met.')])
  await model.send({ type: 'correction-left' })

  await vi.waitFor(() => expect(model.view.value.standing.is).toBe('public'))
  expect(model.view.value.published).toMatchObject([{ version: 1, isNewest: true }])
})

test('a server that does not take a text is told, and nothing counts as published', async () => {
  await using call = await stage({ publish: () => Promise.reject(new Refusal('not-agreed')) })
  const model = await call.open(0)
  await write(model)
  await model.send({ type: 'signed' })
  await vi.waitFor(() => expect(model.view.value.signed).toBeDefined())

  await model.send({ type: 'published', how: 'by-hand' })

  expect(model.here.value.trouble).toBe('not-published')
  expect(model.view.value.standing).toEqual({ is: 'due' })
  expect(call.noted).toEqual([])
})

test('what one desk proposes waits at the other, and is noted for the record (R103)', async () => {
  await using call = await stage()
  const [own, theirs] = [await call.open(0), await call.open(1)]

  await own.send({
    type: 'line-proposed',
    texts: [{ language: 'en', text: 'We meet again.' }],
    n: undefined,
  })

  await vi.waitFor(() =>
    expect(theirs.view.value.lines).toMatchObject([
      { n: 1, by: 'Switzerland', isOwn: false, standing: { is: 'awaits-us' } },
    ]),
  )
  expect(call.noted).toMatchObject([{ is: 'proposed', kind: 'joint/1' }])
})

test('a signed text is sealed to an ally, and the record hears to which code (R106)', async () => {
  await using call = await stage()
  const [own, theirs] = [await call.open(0), await call.open(1)]
  await theirs.send({ type: 'own-card-asked' })
  const card = call.files.at(-1)
  await write(own)
  await own.send({ type: 'signed' })
  await vi.waitFor(() => expect(own.view.value.signed).toBeDefined())

  await own.send({ type: 'ally-read', file: card?.text ?? '' })
  await own.send({ type: 'shared' })
  await own.send({ type: 'shared-file-asked' })
  await theirs.send({ type: 'shared-opened', file: call.files.at(-1)?.text ?? '' })

  expect(card?.name).toBe('Kenya.parley-seal.txt')
  expect(theirs.here.value.opened).toMatchObject({ name: 'Switzerland', isPinned: true })
  expect(call.noted.at(-1)).toMatchObject({ is: 'shared', code: expect.stringMatching(/^\d{30}$/) })
  await vi.waitFor(() =>
    expect(own.view.value.shared).toMatchObject([{ name: 'Kenya', isThisText: true }]),
  )
  await own.send({ type: 'shared-opened', file: call.files.at(-1)?.text ?? '' })
  expect(own.here.value.trouble).toBe('not-for-us')
})

test('a translation that is begun is there, of nobody that is named yet, and stops the signing (R105)', async () => {
  await using call = await stage()
  const model = await call.open(0)
  await write(model)

  await model.send({ type: 'translation-added', language: 'fr' })

  expect(model.here.value.trouble).toBeUndefined()
  expect(model.view.value.translations).toMatchObject([{ language: 'fr', by: { name: '' } }])
  expect(model.view.value.stops.length).toBeGreaterThan(0)
})

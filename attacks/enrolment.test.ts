import { Refusal } from '@parley/protocol'
import { commitmentOf, makeDeviceKeys, makeNonce } from '@parley/seal'
import { expect } from 'vitest'
import { attack } from './kit/attack.ts'
import { DeskStage } from './kit/deskStage.ts'

const ANOTHER_ANSWERED = new Refusal('bad-signature')
const OVER = new Refusal('enrolment-ended')
const SPENT = new Refusal('token-spent')

attack(
  { number: 46, by: 'S' },
  'a device whose keys the server swaps for its own says that another answered, and shows no code; asked again it is let in',
  async () => {
    await using stage = await DeskStage.open()
    const link = await stage.link()
    const { publicKey: device, agreement } = await makeDeviceKeys()
    const own = await commitmentOf({ device, agreement, r: makeNonce() })
    let hers = own
    stage.middle.ask = (asked) => {
      if (asked.type !== 'ask-enrolment') return asked
      hers = asked.commitment
      return { ...asked, commitment: own }
    }
    stage.middle.tell = (told) => (told.type === 'enrolment' ? { ...told, commitment: hers } : told)

    const swapped = stage.asks(link, { isBent: true })
    expect(await swapped.failed).toEqual(ANOTHER_ANSWERED)
    expect(swapped.steps.some(({ is }) => is === 'code')).toBe(false)

    await lets(stage, link)
  },
)

attack(
  { number: 46, by: 'S' },
  'a device that is told the desk’s answer to an earlier request shows no code, and says that another answered',
  async () => {
    await using stage = await DeskStage.open()
    const link = await stage.link()
    const first = stage.asks(link, { isBent: true })
    await first.code
    const earlier = stage.middle.told.findLast((told) => told.type === 'enrolment')?.answer
    stage.middle.tell = (told) =>
      told.type === 'enrolment' && told.answer && earlier ? { ...told, answer: earlier } : told

    const second = stage.asks(link, { isBent: true })
    expect(await second.failed).toEqual(ANOTHER_ANSWERED)
    expect(second.steps.some(({ is }) => is === 'code')).toBe(false)

    stage.middle.tell = (told) => told
    const [enrolment] = await stage.waiting(1)
    expect(await stage.types(enrolment, await first.code)).toBe('granted')
  },
)

attack(
  { number: 46, by: 'S with T' },
  'a device that is told a second answer to its request, by its own desk even, says that another answered, and has no seat',
  async () => {
    await using stage = await DeskStage.open()
    const link = await stage.link()
    const asked = stage.asks(link, { isBent: true })
    await asked.code
    const told = stage.middle.told.findLast(({ type }) => type === 'enrolment')
    if (told?.type !== 'enrolment') throw new Error('Its desk answered')

    stage.middle.invent({ ...told, answer: await stage.answerAnew(told.commitment) })
    expect(await asked.failed).toEqual(ANOTHER_ANSWERED)

    const [enrolment] = await stage.waiting(1)
    expect(await stage.types(enrolment, 'nobody read one out')).toBe('refused')
    await lets(stage, link)
  },
)

attack(
  { number: 46, by: 'T' },
  'a thief who opened the link first has one guess: the code that is read aloud is another’s, and its request is over',
  async () => {
    await using stage = await DeskStage.open()
    const link = await stage.link()
    const thief = stage.asks(link)
    await thief.code
    const [theirs] = await stage.waiting(1)
    const holder = stage.asks(link)
    const code = await holder.code
    const [, hers] = await stage.waiting(2)

    expect(await stage.types(theirs, code)).toBe('refused')
    expect(await thief.failed).toEqual(OVER)
    expect(await stage.types(hers, code)).toBe('granted')
    expect(await holder.failed).toBe(undefined)
  },
)

attack(
  { number: 11, by: 'T' },
  'a link that a mail scanner opened first is not spent by that: its holder is let in, and what the scanner began is over',
  async () => {
    await using stage = await DeskStage.open()
    const link = await stage.link()
    const scanner = stage.asks(link)
    await scanner.code
    await stage.waiting(1)
    const holder = stage.asks(link)
    const code = await holder.code
    const [, hers] = await stage.waiting(2)

    expect(await stage.types(hers, code)).toBe('granted')
    expect(await holder.failed).toBe(undefined)
    expect(await scanner.failed).toEqual(OVER)
  },
)

attack(
  { number: 11, by: 'T' },
  'a link that was used opens for nobody, however many try at once, and says so',
  async () => {
    await using stage = await DeskStage.open()
    const link = await stage.link()
    await lets(stage, link)

    const thieves = [1, 2, 3].map(() => stage.asks(link))
    expect(await Promise.all(thieves.map(({ failed }) => failed))).toEqual([SPENT, SPENT, SPENT])
    expect(thieves.flatMap(({ steps }) => steps).some(({ is }) => is === 'code')).toBe(false)
    expect(stage.desk.state.asking).toEqual([])

    await lets(stage, await stage.link())
  },
)

/** Asked without anybody in the middle, a device gets the seat. */
async function lets(stage: DeskStage, link: string): Promise<void> {
  const again = stage.asks(link)
  const code = await again.code
  const enrolments = await stage.waiting(1)
  expect(await stage.types(enrolments.at(-1), code)).toBe('granted')
  expect(await again.failed).toBe(undefined)
}

import { makeSeal } from '@parley/seal'
import { expect } from 'vitest'
import { attack } from './kit/attack.ts'
import { RecordStage } from './kit/recordStage.ts'

attack(
  { number: 58, by: 'S' },
  'from which desk the last entry is kept reads that the other signed another record, asks for the entry, and signs the same',
  async (stage) => {
    await using record = await RecordStage.open()
    const { one, two } = record
    await one.notes('readout/first')
    await record.until(() => two.told.length === 1, 3000)
    const show = two.isKeptApart()
    await one.notes('readout/last')
    await record.until(() => one.told.length === 2, 3000)
    expect([two.told.length, two.shown.gaps]).toEqual([1, []])
    two.middle.tell = (told) => told

    const signing = record.isSignedByBoth(one, two)
    stage.shownMs = await record.until(() => two.shown.signing === 'differs', 3000)

    expect(await signing).toBe(true)
    expect(two.told).toEqual(one.told)
    show()
  },
)

attack(
  { number: 58, by: 'S' },
  'two desks that are shown two records read that the other signed another, and then sign the same',
  async (stage) => {
    await using record = await RecordStage.open()
    const shows = record.both.map((desk) => desk.isKeptApart())
    for (const desk of record.both) {
      await desk.notes('readout/own')
      await record.until(() => desk.told.length === 1, 3000)
      await desk.signs()
      expect(desk.shown.signing).toBe('signed')
    }
    for (const show of shows) show()

    const areTold = () => record.both.every(({ said }) => said.includes('signed-other'))
    stage.shownMs = await record.until(areTold, 5000)
    await record.until(() => record.both.every(({ told }) => told.length === 2), 15_000)
    const again = await record.whereIsSaid('signed-other', 'signed')
    const same = await record.whereIsSaid('signed', 'signed-other')
    expect(again.shown.signing).toBe('differs')

    expect(await record.isSignedByBoth(again, same)).toBe(true)
  },
)

attack(
  { number: 58, by: 'M with S' },
  'an entry that its side did not sign, and one of a key that is nobody’s in the call, are in no record',
  async () => {
    await using record = await RecordStage.open()
    const { one, two } = record
    const [stranger, { side, seal }] = [await makeSeal(), two.desk.state.record]
    await record.puts(stranger, seal.publicKey, 'readout/forged')
    await record.puts(stranger, stranger.publicKey, 'readout/strange')
    await two.notes('readout/true')
    await record.until(() => record.both.every(({ told }) => told.length > 0), 5000)

    expect(await record.isSignedByBoth(one, two)).toBe(true)
    for (const { told } of record.both) expect(told).toEqual([`${side} readout/true`])
  },
)

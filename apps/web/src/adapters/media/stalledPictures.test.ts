import { manualClock } from '@parley/testkit'
import { expect, test } from 'vitest'
import { StalledPictures, type Arrived } from './stalledPictures.ts'

function start() {
  const clock = manualClock()
  const arrived: Arrived = { packets: 7, frames: 3 }
  const asked: number[] = []
  const read = async () => ({ ...arrived })
  const pictures = new StalledPictures<string>({
    clock,
    read,
    ask: () => asked.push(clock.nowMs()),
  })
  /** A look later, with what came until then. */
  const look = async (came: Partial<Arrived> = {}) => {
    Object.assign(arrived, came)
    clock.advance(100)
    for (let turn = 0; turn < 8; turn++) await Promise.resolve()
  }
  return { pictures, look, asked, began: clock.nowMs() }
}

test('a picture that is still is asked for anew once its packets come again, and not before', async () => {
  const { pictures, look, asked, began } = start()
  pictures.watch(['receiver'])

  for (let at = 0; at < 10; at++) await look()
  expect(asked).toEqual([])
  await look({ packets: 9 })

  expect(asked).toEqual([began + 1100])
})

test('it is asked for three times a second at most while only packets come, and no more once frames do', async () => {
  const { pictures, look, asked, began } = start()
  pictures.watch(['receiver'])
  await look()

  for (let at = 0; at < 7; at++) await look({ packets: 8 + at })
  await look({ packets: 20, frames: 4 })
  for (let at = 0; at < 7; at++) await look({ packets: 30 + at })

  expect(asked.map((ms) => ms - began)).toEqual([200, 500, 800])
})

test('one that is no longer to be seen is left alone', async () => {
  const { pictures, look, asked } = start()
  pictures.watch(['receiver'])
  await look()

  pictures.watch([])
  await look({ packets: 20 })
  await look({ packets: 30 })

  expect(asked).toEqual([])
})

import { expect } from 'vitest'
import { attack } from './kit/attack.ts'
import { counterOf, forge } from './kit/forger.ts'
import type { Participant } from './kit/participant.ts'
import type { Stage } from './kit/stage.ts'

/** What a forger would have seen: ten bytes of a picture stay clear, and are the same in all. */
const SIGNS = 'her face: signs'

/** A principal who speaks and is seen, a member of the other side who has the group’s keys, and whoever is deceived. */
async function seen(stage: Stage): Promise<readonly [Participant, Participant, Participant]> {
  const three = await stage.together(0, 2, 1)
  const [ada] = three
  ada.pressesMicrophone()
  await stage.pass(300)
  stage.meanwhile = () => {
    ada.says('true')
    ada.shows('her face: true')
  }
  await stage.pass(3000)
  return three
}

function cameraOf({ leaf, media }: Participant) {
  return { leaf, track: media.numberOf('camera') }
}

attack(
  { number: 35, by: 'M with S' },
  'a picture that a member forges in place of a principal’s is shown, and said within two seconds to be of another device; her voice is hers',
  async (stage) => {
    const [ada, ben, cem] = await seen(stage)
    expect([cem.doubts, cem.notices]).toEqual([[], []])
    const as = cameraOf(ada)
    const forged = await forge('camera', ben.group, { as, from: 0, count: 400, words: SIGNS })
    stage.path.bend = (frame, to) => {
      const isMeant =
        to.identity === cem.media.identity && frame.name === ada.media.nameOf('camera')
      const data = isMeant && forged[counterOf('camera', frame.data)]
      return [data ? { ...frame, data } : frame]
    }

    const foreign = { type: 'foreign', of: 'picture', name: 'Person 0' } as const
    await stage.shows(cem, foreign, { withinMs: 2000 })
    expect([cem.saw.at(-1), cem.doubts]).toEqual([SIGNS, [`${ada.person.seat} picture foreign`]])
    expect([ada.doubts, ben.doubts, ben.notices]).toEqual([[], [], []])
    stage.path.bend = (frame) => [frame]

    await stage.until(() => cem.doubts.length === 0, 9000)
    expect(cem.saw.at(-1)).toBe('her face: true')
  },
)

attack(
  { number: 35, by: 'M with S' },
  'pictures that a member forges under counters that the principal never reaches are in doubt within two seconds, and said to be of another device in the third',
  async (stage) => {
    const [ada, ben, cem] = await seen(stage)
    const ahead = { as: cameraOf(ada), from: 500_000, count: 400, words: SIGNS }
    const left = [...(await forge('camera', ben.group, ahead))]
    stage.path.bend = (frame, to) => {
      const isMeant =
        to.identity === cem.media.identity && frame.name === ada.media.nameOf('camera')
      const data = isMeant && left.shift()
      return [data ? { ...frame, data } : frame]
    }

    await stage.until(() => cem.doubts.length > 0, 2000)
    expect([cem.saw.at(-1), cem.doubts]).toEqual([
      SIGNS,
      [`${ada.person.seat} picture unconfirmed`],
    ])
    const foreign = { type: 'foreign', of: 'picture', name: 'Person 0' } as const
    await stage.shows(cem, foreign, { withinMs: 2000 })
    stage.path.bend = (frame) => [frame]

    expect([ada.doubts, ben.doubts]).toEqual([[], []])
    await stage.until(() => cem.doubts.length === 0, 13_000)
    expect(cem.saw.at(-1)).toBe('her face: true')
  },
)

attack(
  { number: 35, by: 'M with S' },
  'one forged picture among true ones is said to be of another device',
  async (stage) => {
    const [ada, ben, cem] = await seen(stage)
    let isDone = false
    const as = cameraOf(ada)
    const forged = await forge('camera', ben.group, { as, from: 0, count: 400, words: SIGNS })
    stage.path.bend = (frame, to) => {
      const isMeant =
        to.identity === cem.media.identity && frame.name === ada.media.nameOf('camera')
      if (isDone || !isMeant) return [frame]
      isDone = true
      const data = forged[counterOf('camera', frame.data)]
      return data ? [{ ...frame, data }] : []
    }

    const foreign = { type: 'foreign', of: 'picture', name: 'Person 0' } as const
    await stage.shows(cem, foreign, { withinMs: 2000 })
    expect(cem.saw.filter((words) => words === SIGNS)).toHaveLength(1)
    await stage.until(() => cem.doubts.length === 0, 9000)
  },
)

attack(
  { number: 35, by: 'S' },
  'a true picture of which the media server lets most go, and words that the server holds up, accuse nobody',
  async (stage) => {
    const [ada, , cem] = await seen(stage)
    let frames = 0
    stage.path.bend = (frame) => (++frames % 7 < 3 ? [frame] : [])
    const withheld = cem.line.withhold()

    const unconfirmed = { type: 'unconfirmed', of: 'both', name: 'Person 0' } as const
    await stage.shows(cem, unconfirmed, { withinMs: 4000 })
    await stage.pass(3000)
    withheld.release()

    await stage.until(() => cem.doubts.length === 0, 4000)
    expect([cem.notices, ada.notices]).toEqual([[], []])
  },
)

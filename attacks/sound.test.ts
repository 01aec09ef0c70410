import { expect } from 'vitest'
import { attack } from './kit/attack.ts'
import { counterOf, forge } from './kit/forger.ts'
import type { Participant } from './kit/participant.ts'
import type { Stage } from './kit/stage.ts'

const RESIGN = 'I resign'

/** A principal who speaks, a member of the other side who has the group’s keys, and whoever is deceived. */
async function spokenTo(stage: Stage): Promise<readonly [Participant, Participant, Participant]> {
  const three = await stage.together(0, 2, 1)
  const [ada] = three
  ada.pressesMicrophone()
  await stage.pass(300)
  let syllables = 0
  stage.meanwhile = () => ada.says(`true ${++syllables}`)
  await stage.pass(3000)
  return three
}

function microphoneOf({ leaf, media }: Participant) {
  return { leaf, track: media.numberOf('microphone') }
}

attack(
  { number: 35, by: 'M with S' },
  'sound that a member forges in place of a principal’s is played, and shown within two seconds to be of another device',
  async (stage) => {
    const [ada, ben, cem] = await spokenTo(stage)
    expect([cem.doubts, cem.notices]).toEqual([[], []])
    const as = microphoneOf(ada)
    const forged = await forge('microphone', ben.group, { as, from: 0, count: 400, words: RESIGN })
    stage.path.bend = (frame, to) => {
      const data = to.identity === cem.media.identity && forged[counterOf('microphone', frame.data)]
      return [data ? { ...frame, data } : frame]
    }

    await stage.shows(cem, { type: 'foreign', of: 'sound', name: 'Person 0' }, { withinMs: 2000 })
    expect([cem.heard.at(-1), cem.doubts]).toEqual([RESIGN, [`${ada.person.seat} sound foreign`]])
    expect([ada.doubts, ben.doubts, ben.notices]).toEqual([[], [], []])
    stage.path.bend = (frame) => [frame]

    await stage.until(() => cem.doubts.length === 0, 9000)
    expect(cem.heard.at(-1)).toMatch(/^true/)
  },
)

attack(
  { number: 35, by: 'M with S' },
  'sound that a member forges under counters that the principal never reaches is in doubt within two seconds, and shown to be of another device in the third',
  async (stage) => {
    const [ada, ben, cem] = await spokenTo(stage)
    const ahead = { as: microphoneOf(ada), from: 500_000, count: 400, words: RESIGN }
    const left = [...(await forge('microphone', ben.group, ahead))]
    stage.path.bend = (frame, to) => {
      const data = to.identity === cem.media.identity && left.shift()
      return [data ? { ...frame, data } : frame]
    }

    await stage.until(() => cem.doubts.length > 0, 2000)
    expect([cem.heard.at(-1), cem.doubts]).toEqual([
      RESIGN,
      [`${ada.person.seat} sound unconfirmed`],
    ])
    await stage.shows(cem, { type: 'foreign', of: 'sound', name: 'Person 0' }, { withinMs: 2000 })
    stage.path.bend = (frame) => [frame]

    expect([ada.doubts, ben.doubts]).toEqual([[], []])
    await stage.until(() => cem.doubts.length === 0, 13_000)
    expect(cem.heard.at(-1)).toMatch(/^true/)
  },
)

attack(
  { number: 35, by: 'M with S' },
  'a syllable that a member forges while the word that closes is withheld is said not to be confirmed, and is not heard twice',
  async (stage) => {
    const [ada, ben, cem] = await spokenTo(stage)
    const withheld = cem.line.withhold()
    ada.pressesMicrophone()
    stage.meanwhile = () => undefined
    await stage.pass(500)
    const syllables = await syllablesOf(ada, ben)
    stage.path.send(...syllables.slice(0, 10))

    await stage.until(() => cem.doubts.length > 0, 2000)
    expect(cem.heard.at(-1)).toBe(RESIGN)
    expect(cem.doubts).toEqual([`${ada.person.seat} sound unconfirmed`])
    withheld.release()
    await stage.pass(500)
    const heard = cem.heard.length
    stage.path.send(...syllables.slice(10))
    await stage.until(() => cem.doubts.length === 0, 9000)
    expect(cem.heard).toHaveLength(heard)
  },
)

attack(
  { number: 35, by: 'S' },
  'true sound whose words the server holds up is said not to be confirmed, accuses nobody, and is confirmed once they come',
  async (stage) => {
    const [ada, , cem] = await spokenTo(stage)
    const withheld = cem.line.withhold()

    await stage.until(() => cem.doubts.length > 0, 3000)
    expect(cem.doubts).toEqual([`${ada.person.seat} sound unconfirmed`])
    await stage.shows(
      cem,
      { type: 'unconfirmed', of: 'sound', name: 'Person 0' },
      { withinMs: 2000 },
    )
    await stage.pass(3000)
    withheld.release()

    await stage.until(() => cem.doubts.length === 0, 4000)
    expect([cem.notices, cem.heard.at(-1)?.startsWith('true')]).toEqual([[], true])
  },
)

/** What a member forges in somebody’s name, with the keys of the group. */
async function syllablesOf(ada: Participant, forger: Participant) {
  const [identity, name] = [ada.media.identity, ada.media.nameOf('microphone')]
  const words = { as: microphoneOf(ada), from: 1000, count: 20, words: RESIGN }
  const forged = await forge('microphone', forger.group, words)
  return forged.map((data) => {
    return { identity, name, data, mimeType: 'audio/opus', isKeyFrame: false }
  })
}

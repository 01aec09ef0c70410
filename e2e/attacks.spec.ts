import { Encryption_Type, type ParticipantInfo } from '@livekit/protocol'
import { expect, test } from '@playwright/test'
import { inTheClear, loudnessAt, timesSeen } from './evil/arrived.ts'
import { saysThatIsOut, untilOneComesBack } from './evil/asleep.ts'
import { attack } from './evil/attack.ts'
import { ADA, BEN, CEM, EvilStage, exchanged, hostileAs, PEOPLE } from './evil/evilStage.ts'
import { committing } from './evil/committing.ts'
import { forged, inAnyPlace, ofEarlierCall } from './evil/forgery.ts'
import { lose, takenBy } from './evil/frameTap.ts'
import { framesOf, ofThisEpoch, onceEach } from './evil/onceEach.ts'
import { banner, foreign, isSaid, noteAll, notPlayed, notShown, press } from './evil/onScreen.ts'
import { movesToSecondTab } from './evil/secondTab.ts'
import { Stopped } from './evil/stopped.ts'
import { peopleHeardIn } from './media/hear.ts'
import { peopleSeenMoving } from './media/see.ts'
import { heldBy } from './sixSeats/attempt.ts'

const parts = new AsyncDisposableStack()
const long = { timeout: 60_000 }
/** She founded the group, and Cem came last. */
const [ADAS_LEAF, CEMS_LEAF] = [0, 2]
/** Frames of sound that were played: one that never was may still come late, as a picture may. */
const LATELY = 300
/** Of samples between -1 and 1. */
const AS_GOOD_AS_SILENT = 0.01
let stage: EvilStage
/** Cem’s browser, which sleeps while the others go on, and how long it takes until Ben is told. */
let asleep: Stopped | undefined
let toldOfSleepAfterMs: Promise<number>
/** Whether Cem’s page says so once it wakes, however briefly. */
let saidOnWaking: Promise<boolean>

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  stage = parts.use(await EvilStage.open())
})
test.afterAll(async () => {
  asleep?.wake()
  await parts.disposeAsync()
})
test.afterEach(() => noteAll(stage.ben))

attack(
  { number: 29, by: 'S' },
  'two whose identities the media server exchanges are not shown as each other, and that is said (R29)',
  async (shown) => {
    const { ada, ben, cem } = stage
    const [ofAda, ofCem] = [await stage.tracksOf(ada), await stage.tracksOf(cem)]
    const swap = exchanged(ada.identity, cem.identity)
    const named = new Map([
      [ofAda.camera.name, ofCem.camera.name],
      [ofCem.camera.name, ofAda.camera.name],
      [ofAda.microphone.name, ofCem.microphone.name],
      [ofCem.microphone.name, ofAda.microphone.name],
    ])

    await stage.tellBen((said) => {
      const other = swap(said)
      for (const track of other?.tracks ?? []) track.name = named.get(track.name) ?? track.name
      return other
    })
    await isSaid(shown, notShown(ben, /Person [12]/, 'It bears somebody else’s mark.'))

    expect(await peopleSeenMoving(ben.page)).toEqual([BEN])
    expect(await peopleHeardIn(ben.page, PEOPLE)).toEqual([])
    await stage.tellBenTrue()
    await stage.isWhole(ben)
  },
)

attack(
  { number: 36, by: 'S' },
  'whose sound the media server keeps from one of two is told so by name, and told when it comes again',
  async (shown) => {
    const { ada, ben, cem } = stage
    const { microphone } = await stage.tracksOf(ada)

    const unheard = banner(ada.page, /1 of 2 does not hear you/, /Person 1.*for \d+ second/)

    await stage.subscribe(ben, microphone, false)
    await isSaid(shown, unheard, 20_000)

    expect(await peopleHeardIn(cem.page, PEOPLE)).toEqual([ADA])
    await stage.subscribe(ben, microphone, true)
    await expect(unheard).toHaveCount(0, long)
    await stage.isWhole(ben)
  },
)

attack(
  { number: 36, by: 'S' },
  'a picture that stands still under live sound is said to, until it moves (R36)',
  async (shown) => {
    const { ben } = stage
    const frozen = ben.page.locator('figure').getByText('picture frozen')

    await lose(ben.page, 'video')
    await isSaid(shown, frozen.first())

    expect(await peopleSeenMoving(ben.page)).toEqual([BEN])
    expect(await peopleHeardIn(ben.page, PEOPLE)).toEqual([ADA])
    await lose(ben.page, 'nothing')
    await expect(frozen).toHaveCount(0, long)
    await stage.isWhole(ben)
  },
)

attack(
  { number: 36, by: 'S' },
  'a second of sound that the media server leaves out is said to be a gap (R121)',
  async (shown) => {
    const { ben } = stage
    const gap = ben.page.locator('figure').getByText('sound has gaps')

    await lose(ben.page, 'audio')
    await ben.page.evaluate(aSecond)
    await lose(ben.page, 'nothing')
    await isSaid(shown, gap.first(), 3000)

    await expect(gap).toHaveCount(0, long)
    await stage.isWhole(ben)
  },
)

attack(
  { number: 55, by: 'S' },
  'sound whose opening is withheld is not played, and that is said; it is heard once the word comes',
  async (shown) => {
    const { ada, ben } = stage
    await press(ada, /^Mic open/)
    await expect.poll(() => peopleHeardIn(ben.page, PEOPLE), long).toEqual([])

    stage.socket.withhold()
    await press(ada, /^Mic closed/)
    await isSaid(
      shown,
      notPlayed(ben, 'Person 1', 'It came while the microphone was said to be closed.'),
    )

    expect(await peopleHeardIn(ben.page, PEOPLE)).toEqual([])
    stage.socket.release('as-said')
    await stage.isWhole(ben)
  },
)

attack(
  { number: 55, by: 'S' },
  'an opening that comes after the closing that it came before opens nothing, and the next one is heard',
  async () => {
    const { ada, ben, cem } = stage
    await press(ada, /^Mic open/)
    await expect.poll(() => peopleHeardIn(ben.page, PEOPLE), long).toEqual([])

    stage.socket.withhold()
    await press(ada, /^Mic closed/)
    await expect.poll(() => peopleHeardIn(cem.page, PEOPLE), long).toEqual([ADA])
    await press(ada, /^Mic open/)
    await expect.poll(() => peopleHeardIn(cem.page, PEOPLE), long).toEqual([])
    stage.socket.release('last-first')

    expect(await peopleHeardIn(ben.page, PEOPLE)).toEqual([])
    stage.socket.delay(250)
    await press(ada, /^Mic closed/)
    await stage.isWhole(ben)
    stage.socket.delay(0)
  },
)

attack(
  { number: 35, by: 'M with S' },
  'a face and a voice that a member’s keys and the media server make a principal’s are said to be of another device (R73, R119, R120)',
  async (shown) => {
    const { ada, ben, cem } = stage
    const { camera, microphone } = await stage.tracksOf(ada)
    const taken = ofThisEpoch(await takenBy(ben.page))
    const [hers, his] = [framesOf(ADAS_LEAF, taken), framesOf(CEMS_LEAF, taken)]
    const held = await heldBy(cem.page)
    const hisFace = his.pictures.filter(({ isKeyFrame }) => isKeyFrame).slice(-1)
    const faces = await forged(held, { of: hisFace, like: hers.pictures, count: 400 })
    const words = { of: hers.sounds.slice(-LATELY), like: hers.sounds, count: 1500, ahead: 1000 }
    await using forger = await stage.forger()
    await forger.publishes('Picture', camera.name, faces.map(inAnyPlace))
    await forger.publishes('Sound', microphone.name, await forged(held, words))

    await stage.tellBen(hostileAs(ada.identity))
    await expect.poll(() => timesSeen(ben, CEM), long).toBe(2)
    await isSaid(shown, foreign(ben, 'picture'), 2000)
    await expect(foreign(ben, 'sound')).toBeVisible({ timeout: 4000 })

    const marks = ben.page.locator('figure [data-mark$="-foreign"]')
    await expect(marks).toHaveCount(1)
    await stage.tellBenTrue()
    await stage.isWhole(ben)
    await expect(marks).toHaveCount(0, long)
  },
)

attack(
  { number: 30, by: 'S' },
  'frames of an earlier call of as many in the same places are not played, and that is said',
  async (shown) => {
    const { ada, ben } = stage
    const { microphone } = await stage.tracksOf(ada)
    const { sounds } = framesOf(ADAS_LEAF, ofThisEpoch(await takenBy(ben.page)))
    await using forger = await stage.forger()
    const earlier = await ofEarlierCall(await heldBy(ben.page), sounds.slice(-LATELY))
    await forger.publishes('Sound', microphone.name, earlier)

    await stage.tellBen(hostileAs(ada.identity))
    await isSaid(shown, notPlayed(ben, 'Person 1', 'or sealed with another key.'))

    expect(await peopleHeardIn(ben.page, PEOPLE)).toEqual([])
    await stage.tellBenTrue()
    await stage.isWhole(ben)
  },
)

attack(
  { number: 30, by: 'S' },
  'her frames, sent again by another in her name, are not shown, and that is said (R30)',
  async (shown) => {
    const { ada, ben } = stage
    const { camera, microphone } = await stage.tracksOf(ada)
    const { pictures, sounds } = framesOf(ADAS_LEAF, ofThisEpoch(await takenBy(ben.page)))
    const lately = pictures.slice(pictures.findLastIndex(({ isKeyFrame }) => isKeyFrame))
    await using forger = await stage.forger()
    await forger.publishes('Picture', camera.name, lately)
    await forger.publishes('Sound', microphone.name, sounds.slice(-LATELY))

    await stage.tellBen(hostileAs(ada.identity))
    await isSaid(shown, notShown(ben, 'Person 1', 'The same came once before.'))
    await expect(notPlayed(ben, 'Person 1')).toBeVisible(long)

    expect(await peopleSeenMoving(ben.page)).toEqual([BEN, CEM])
    expect(await peopleHeardIn(ben.page, PEOPLE)).toEqual([])
    await stage.tellBenTrue()
    await stage.isWhole(ben)
    await cemFallsAsleep()
  },
)

attack(
  { number: 27, by: 'S' },
  'what the media server calls not encrypted is opened all the same, and what somebody sends in the clear in her name is not played, and is said',
  async (shown) => {
    const { ada, ben } = stage
    const { camera, microphone } = await stage.tracksOf(ada)
    await stage.tellBen(bare)
    await expect.poll(() => peopleSeenMoving(ben.page), long).toEqual([ADA, BEN])
    const before = await inTheClear(ben)
    await using forger = await stage.forger()
    await forger.publishes('Picture', camera.name)
    await forger.publishes('Sound', microphone.name)
    await expect.poll(() => peopleHeardIn(ben.page, PEOPLE), long).toEqual([ADA])
    expect(await inTheClear(ben)).toBe(before)

    const asAda = hostileAs(ada.identity)
    await stage.tellBen((said) => bare(asAda(said) ?? said))
    await isSaid(shown, notShown(ben, 'Person 1'))

    expect(await inTheClear(ben)).toBeGreaterThan(before + 20)
    expect(await peopleSeenMoving(ben.page)).toEqual([BEN])
    expect(await loudnessAt(ben)).toBeLessThan(AS_GOOD_AS_SILENT)
    await stage.tellBenTrue()
    await expect.poll(() => peopleSeenMoving(ben.page), long).toEqual([ADA, BEN])
    await expect.poll(() => peopleHeardIn(ben.page, PEOPLE), long).toEqual([ADA])
  },
)

attack(
  { number: 27, by: 'S' },
  'whom the media server mutes and renames is heard on under the name that was signed, and its own silence is called no attack (R32)',
  async () => {
    const { ada, ben } = stage
    const { camera, microphone } = await stage.tracksOf(ada)
    const before = await inTheClear(ben)

    await stage.rename(ada, 'Made-up Name')
    for (const track of [microphone, camera]) await stage.mute(ada, track)

    await expect.poll(() => inTheClear(ben), long).toBeGreaterThan(before)
    await expect.poll(() => peopleHeardIn(ben.page, PEOPLE), long).toEqual([ADA])
    await expect.poll(() => peopleSeenMoving(ben.page), long).toEqual([ADA, BEN])
    await expect(ada.page.getByRole('button', { name: /^Mic open/ })).toBeVisible()
    await expect(notPlayed(ben, 'Person 1')).toHaveCount(0)
    for (const { page } of [ada, ben]) await expect(page.getByText('Made-up Name')).toHaveCount(0)
  },
)

attack(
  { number: 34, by: 'a fault' },
  'over a worker anew, a reload and a second tab no key ever meets a counter twice on the wire',
  async () => {
    const { ada, ben } = stage
    // What was forged before in her name has counters that follow hers.
    const { length: begun } = await takenBy(ben.page)
    const soFar = async () =>
      onceEach((await takenBy(ben.page)).slice(begun), await heldBy(ben.page))
    const before = await soFar()

    await ada.page.evaluate(() => dispatchEvent(new Event('kill-workers')))
    await adaIsBack()
    await ada.page.reload()
    await adaIsBack()
    await movesToSecondTab(ada)
    await adaIsBack()
    await press(ada, /^Mic closed/)
    await expect.poll(() => peopleHeardIn(ben.page, PEOPLE), long).toEqual([ADA])

    const enough = before.counters + 100
    await expect.poll(async () => (await soFar()).counters, long).toBeGreaterThan(enough)
    const { twice, keys } = await soFar()
    expect(twice).toEqual([])
    expect(keys).toBeGreaterThanOrEqual(before.keys + 4)
  },
)

attack(
  { number: 45, by: 'a fault' },
  'a tab that slept until it was put out is in again when it wakes, says so, and sees and hears all',
  async (shown) => {
    const { ada, ben, cem } = stage
    const ms = await toldOfSleepAfterMs
    expect(ms).toBeLessThan(45_000)
    shown(ms)

    asleep?.wake()

    expect(await saidOnWaking).toBe(true)
    await stage.isWhole(ada, ben, cem)
  },
)

attack(
  { number: 45, by: 'a fault' },
  'who reloads the page in the middle of a commit is in again, with everybody else',
  async () => {
    const { ada, ben, cem } = stage
    const commits = committing(cem.page)
    await cem.page.reload()
    await commits
    await cem.page.reload()

    await stage.isWhole(ada, ben, cem)
    await expect(ben.page.getByText('This device cannot join the others.')).toHaveCount(0)
  },
)

/** From here on his browser sleeps, and Ben’s page is looked at until it says so. A later story wakes it. */
async function cemFallsAsleep(): Promise<void> {
  const { ben, cem } = stage
  saidOnWaking = cem.page.evaluate(untilOneComesBack).catch(() => false)
  const sleeping = await Stopped.browserOf(cem)
  asleep = sleeping
  toldOfSleepAfterMs = ben.page
    .waitForFunction(saysThatIsOut, 'Person 2', { polling: 500 })
    .then(() => sleeping.ms)
    .catch(() => NaN)
}

/** Her page is in the call, and Ben sees her again. */
async function adaIsBack(): Promise<void> {
  const { ada, ben } = stage
  await ada.page.getByRole('button', { name: /^Mic closed/ }).waitFor()
  await expect.poll(() => peopleSeenMoving(ben.page), long).toEqual([ADA, BEN])
}

/** Each track is said not to be encrypted. */
function bare(said: ParticipantInfo): ParticipantInfo {
  for (const track of said.tracks) track.encryption = Encryption_Type.NONE
  return said
}

/** Runs in the page. */
function aSecond(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, 1000))
}

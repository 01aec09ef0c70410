import { expect, test, type Locator } from '@playwright/test'
import { caucusOf, PLENARY } from '@parley/protocol'
import type { FrameRoom } from '@parley/sframe'
import { envelopesOpened, framesOpened, heldBy } from './sixSeats/attempt.ts'
import {
  JOSPHAT,
  LIVIA,
  MATHILDE,
  NEEMA,
  ODILE,
  SixSeats,
  ZAWADI,
  type Place,
} from './sixSeats/seats.ts'
import { soundsSent } from './sixSeats/workerTalk.ts'
import { loudnessIn, volumesIn } from './media/hear.ts'
import { peopleSeenMoving } from './media/see.ts'
import { silenceMicrophone } from './media/silence.ts'
import { listenWhile, type Stretch } from './media/timeline.ts'

const parts = new AsyncDisposableStack()
const BOOTH = [NEEMA, ODILE]
/** Between how loud the floor is under an interpreter, about 15 %, and all of it. */
const DUCKED = 0.45
let six: SixSeats
test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  six = await SixSeats.sitDown(parts, { cut: [MATHILDE, ODILE, JOSPHAT] })
})
test.afterAll(() => parts.disposeAsync())

test('six sit in one call: four are seen, and interpreters are voices alone', async () => {
  await six.button(ZAWADI, /^Mic closed/).click()

  await expect.poll(() => peopleSeenMoving(six.at(LIVIA).page)).toContain(ZAWADI)
  await six.hear({ [MATHILDE]: [ZAWADI], [NEEMA]: [ZAWADI], [ODILE]: [ZAWADI], [ZAWADI]: [] })
  // All that follows is of voices, and two slow cores do not carry six with four pictures beside them.
  for (const place of [MATHILDE, LIVIA, ZAWADI, JOSPHAT])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await six.button(place, 'Camera on').click()
})

test('Swahili reaches French by English: each hears whom they chose, over the floor at their own level (R42, R43)', async () => {
  await six.button(NEEMA, /^Open my microphone into English/).click()
  await relay().click()
  await six.button(ODILE, /^Open my microphone into Français/).click()

  await six.hear({
    [MATHILDE]: [ODILE, ZAWADI],
    [LIVIA]: [ZAWADI],
    [NEEMA]: [ZAWADI],
    [ODILE]: [NEEMA, ZAWADI],
    [ZAWADI]: [],
    [JOSPHAT]: [NEEMA, ZAWADI],
  })
  for (const listener of [MATHILDE, JOSPHAT])
    // oxlint-disable-next-line no-await-in-loop -- one after the other, for the machine's sake
    await expect.poll(() => floorAt(listener)).toBeLessThan(DUCKED)
  await expect.poll(floorUnderRelay).toBeLessThan(DUCKED)
})

test('under a silent interpreter the floor comes up by itself, and goes down when the interpreter speaks (R43)', async () => {
  await silenceMicrophone(six.at(ODILE).page, true)
  await six.hear({ [MATHILDE]: [ZAWADI] })
  await expect.poll(() => floorAt(MATHILDE)).toBeGreaterThan(DUCKED)

  await silenceMicrophone(six.at(ODILE).page, false)

  await six.hear({ [MATHILDE]: [ODILE, ZAWADI] })
  await expect.poll(() => floorAt(MATHILDE)).toBeLessThan(DUCKED)
})

test('who switches to another language or to the floor hears that, and nothing else (R42)', async () => {
  await six.button(MATHILDE, 'You hear Français').click()
  for (const [channel, heard] of [
    [/^Floor/, [ZAWADI]],
    [/^English/, [NEEMA, ZAWADI]],
    [/^Français/, [ODILE, ZAWADI]],
  ] as const) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await language(channel).check()
    // oxlint-disable-next-line no-await-in-loop -- likewise
    await six.hear({ [MATHILDE]: heard })
  }
})

test('a cough is heard by nobody while it is held, and its end is on air again (R47)', async () => {
  const { page } = six.at(ODILE)
  await rest(ODILE)
  await page.keyboard.down('Space')
  await six.hear({ [MATHILDE]: [ZAWADI] })
  await page.keyboard.up('Space')

  await six.hear({ [MATHILDE]: [ODILE, ZAWADI] })
  await expect(six.onAir(ODILE)).toBeVisible()
})

test('a cough that is held over a cut lets no frame out, and its end opens nothing; a relay chosen meanwhile is heard, and what became of a request is said (R32, R42, R47, R48)', async () => {
  const { page } = six.at(ODILE)
  await page.keyboard.down('Space')
  await expect(page.getByText('Let go to be on air again')).toBeVisible()
  const before = await soundsSent(page, 'plenary')
  const shown = isShownMeanwhile(
    six.at(ZAWADI).page.getByText('Odile Rochat asks you to speak more slowly.').first(),
  )
  six.lineOf(ODILE).cut('all')
  await page.keyboard.press('f')
  await page.keyboard.press('s')
  await six.missAndMend([ODILE])

  await expect(page.getByText(/closed because the connection was lost/).first()).toBeVisible()
  await page.keyboard.up('Space')
  await six.hear({ [MATHILDE]: [ZAWADI], [ODILE]: [ZAWADI] })
  expect(before).toBeGreaterThan(0)
  expect(await soundsSent(page, 'plenary')).toBe(before)
  await expect(six.onAir(ODILE)).toHaveCount(0)
  const became = page.getByText(/“Slower, please” at .*(, seen|was not sent)\./).first()
  await expect(became).toBeVisible()
  if ((await became.innerText()).includes('seen')) expect(await shown).toBe(true)
  await relay().click()
  await six.hear({ [ODILE]: [NEEMA, ZAWADI] })
})

test('a hand-over is two steps: a listener hears the one and then the other, and never both (R46)', async () => {
  await offerTo(ODILE, NEEMA)
  await expect(six.onAir(NEEMA)).toBeVisible()
  const stretches = await listenWhile(six.at(JOSPHAT).page, BOOTH, async () => {
    await six.hear({ [JOSPHAT]: [NEEMA, ZAWADI] })
    await six.button(ODILE, /^Take the microphone/).click()
    await six.hear({ [JOSPHAT]: [ODILE, ZAWADI] })
  })

  await exactlyOnAir(ODILE)
  expect(runsOf(stretches)).toEqual([NEEMA, ODILE])
  // The stretch in which it changed may have the end of the one and the beginning of the other.
  expect(stretches.filter(({ people }) => people.length > 1).length).toBeLessThan(6)
})

test('a hand-over under which the giver’s line is cut leaves exactly the one who took it on air, and who switches over a cut hears what was chosen over a low floor (R32, R42, R43, R46)', async () => {
  await offerTo(NEEMA, ODILE)
  six.lineOf(ODILE).cut('all')
  six.lineOf(MATHILDE).cut('all')
  await language(/^English/).check()
  await six.button(NEEMA, /^Take the microphone/).click()
  await six.hear({ [JOSPHAT]: [NEEMA, ZAWADI] })
  await six.missAndMend([ODILE, MATHILDE])

  await exactlyOnAir(NEEMA)
  await expect(six.button(MATHILDE, 'You hear English')).toBeVisible()
  await six.hear({ [JOSPHAT]: [NEEMA, ZAWADI], [MATHILDE]: [NEEMA, ZAWADI] })
  await expect.poll(() => floorAt(MATHILDE)).toBeLessThan(DUCKED)
})

test('a hand-over under which the taker’s line is cut leaves exactly one on air (R32, R46)', async () => {
  await offerTo(ODILE, NEEMA)
  // Where the pointer is already, it is pressed before the page says that it has no line.
  await six.button(ODILE, /^Take the microphone/).hover()
  six.lineOf(ODILE).cut('all')
  await six.at(ODILE).page.mouse.down()
  await six.at(ODILE).page.mouse.up()
  await six.missAndMend([ODILE])

  await exactlyOnAir(NEEMA)
  await six.hear({ [JOSPHAT]: [NEEMA, ZAWADI] })
})

test('both sides talk privately at once, each heard in its own room alone; the other side and the interpreter who is not cleared learn nothing (R51, R55, R56)', async () => {
  await six.button(NEEMA, /^Close my microphone/).click()
  await six.button(MATHILDE, /^Mic closed/).click()
  await six.hear({ [JOSPHAT]: [MATHILDE, ZAWADI], [ZAWADI]: [MATHILDE] })
  for (const place of [MATHILDE, LIVIA, ZAWADI, JOSPHAT])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await six.at(place).page.getByRole('tab', { name: 'Private' }).click()

  await hold(MATHILDE, talk(MATHILDE))
  await hold(ZAWADI, talk(ZAWADI))

  await six.hear({
    [MATHILDE]: [],
    [LIVIA]: [MATHILDE],
    [NEEMA]: [MATHILDE],
    [ODILE]: [],
    [ZAWADI]: [],
    [JOSPHAT]: [ZAWADI],
  })
  await expect(toldPrivately(LIVIA, 'Mathilde Aeberhard')).toBeVisible()
  await expect(toldPrivately(JOSPHAT, 'Zawadi Kiptalam')).toBeVisible()
  for (const place of [ODILE, ZAWADI, JOSPHAT])
    // oxlint-disable-next-line no-await-in-loop -- each of them
    await expect(toldPrivately(place, 'Mathilde Aeberhard')).toHaveCount(0)
  expect([...six.saidTo(JOSPHAT).rooms].toSorted()).toEqual([caucus(JOSPHAT), PLENARY].toSorted())
  expect([...six.saidTo(ODILE).rooms]).toEqual([PLENARY])
})

test('an adviser whispers to the principal’s ear, and nobody else hears it (R52)', async () => {
  await hold(JOSPHAT, six.button(JOSPHAT, /^Hold to whisper to .?Zawadi/))

  await expect(strip(JOSPHAT)).toHaveText(/Only the device of .*Zawadi Kiptalam.* plays this/)
  await six.hear({ [ZAWADI]: [JOSPHAT], [LIVIA]: [MATHILDE], [MATHILDE]: [], [ODILE]: [] })
})

test('a line that is cut ends a private talk and a whisper: nothing opens again while the button is held, and the other side’s goes on (R32, R52, R55)', async () => {
  const cut = [MATHILDE, JOSPHAT]
  const before = await sent(cut, 'plenary')
  six.lineOf(MATHILDE).cut('media')
  six.lineOf(JOSPHAT).cut('all')
  await six.missAndMend(cut)

  for (const place of cut)
    // oxlint-disable-next-line no-await-in-loop -- each of them
    await expect(strip(place)).toHaveCount(0)
  const closed = await sent(cut, 'caucus')
  await six.hear({
    [LIVIA]: [],
    [NEEMA]: [],
    [ODILE]: [],
    [ZAWADI]: [],
    [JOSPHAT]: [ZAWADI],
  })
  for (const place of [...cut, ZAWADI])
    // oxlint-disable-next-line no-await-in-loop -- each of them
    await letGo(place)
  await expect(six.button(JOSPHAT, /^Mic closed/)).toBeVisible()
  await six.hear({ [JOSPHAT]: [], [MATHILDE]: [], [ZAWADI]: [], [LIVIA]: [] })
  expect(await Promise.all([sent(cut, 'caucus'), sent(cut, 'plenary')])).toEqual([closed, before])
})

test('with all that is on the device of an interpreter who is not cleared, neither envelopes nor frames of the caucus open (R51)', async () => {
  const room = caucus(LIVIA)
  const rooms = [room, PLENARY]
  const envelopes = six.saidTo(LIVIA).envelopesOf(room)
  const frames = await six.at(LIVIA).page.evaluate(() => window.sealedFrames ?? [])
  const [cleared, uncleared] = [await heldBy(six.at(LIVIA).page), await heldBy(six.at(ODILE).page)]

  expect(envelopes.length).toBeGreaterThan(2)
  expect(frames.length).toBeGreaterThan(20)
  expect(uncleared.epochs.length).toBeGreaterThan(0)
  expect(await envelopesOpened(six.at(LIVIA).page, { envelopes, rooms })).toBe(envelopes.length)
  expect(await envelopesOpened(six.at(ODILE).page, { envelopes, rooms })).toBe(0)
  const all = { of: cleared, keys: cleared.epochs.filter((epoch) => epoch.room === 'caucus') }
  expect(await framesOpened(frames, all)).toBe(frames.length)
  expect(await framesOpened(frames, { of: cleared, keys: uncleared.epochs })).toBe(0)
})

const language = (name: RegExp): Locator =>
  six.at(MATHILDE).page.getByRole('tabpanel').getByRole('radio', { name })
const relay = (): Locator => six.at(ODILE).page.getByRole('radio', { name: /^Relay, English/ })
const talk = (place: Place): Locator => six.at(place).page.locator('.ptt')
const strip = (place: Place): Locator => six.at(place).page.locator('.private-strip')
const toldPrivately = (place: Place, name: string): Locator =>
  six
    .at(place)
    .page.locator('.private-told')
    .getByText(new RegExp(`${name}.*privately to you`))

function caucus(place: Place) {
  const { side } = six.stage.planned.seats[place] ?? {}
  if (!side) throw new Error('Everybody has a side')
  return caucusOf(side)
}

/** At which part of its loudness the floor is played to a listener; NaN while it is not heard. */
async function floorAt(listener: Place): Promise<number> {
  return (await volumesIn(six.at(listener).page, [ZAWADI])).get(ZAWADI) ?? NaN
}

/** How loud the floor is under Neema at Odile’s console, measured against Neema. */
async function floorUnderRelay(): Promise<number> {
  const loud = await loudnessIn(six.at(ODILE).page, [NEEMA, ZAWADI])
  const [floor = 0, neema = 0] = [loud.get(ZAWADI), loud.get(NEEMA)]
  return floor > 0 && neema > 0 ? floor / neema : NaN
}

/** How many frames of each one’s microphone have left in a room. */
function sent(places: readonly Place[], room: FrameRoom): Promise<number[]> {
  return Promise.all(places.map((place) => soundsSent(six.at(place).page, room)))
}

/** Whether it comes to be shown: looked for from now on, since it goes by itself. */
function isShownMeanwhile(what: Locator): Promise<boolean> {
  return what.waitFor({ state: 'attached', timeout: 240_000 }).then(
    () => true,
    () => false,
  )
}

/** Nothing has the focus, so that keys are those of the console. */
function rest(place: Place): Promise<void> {
  return six
    .at(place)
    .page.evaluate(
      () => document.activeElement instanceof HTMLElement && document.activeElement.blur(),
    )
    .then(() => undefined)
}

async function offerTo(to: Place, from: Place): Promise<void> {
  await six.button(from, /^Hand over to/).click()
  await expect(six.button(to, /^Take the microphone/)).toBeVisible()
}

async function exactlyOnAir(place: Place): Promise<void> {
  await expect
    .poll(async () => {
      const counts = await Promise.all(BOOTH.map((each) => six.onAir(each).count()))
      return BOOTH.filter((_, at) => counts[at] === 1)
    })
    .toEqual([place])
}

async function hold(place: Place, what: Locator): Promise<void> {
  await what.hover()
  await six.at(place).page.mouse.down()
}

const letGo = (place: Place) => six.at(place).page.mouse.up()

/** Who of the booth is heard alone, one after the other. */
function runsOf(stretches: readonly Stretch[]): readonly number[] {
  const alone = stretches.flatMap(({ people }) => {
    const voices = people.filter((person) => BOOTH.some((one) => one === person))
    return voices.length === 1 ? voices : []
  })
  return alone.filter((person, at) => person !== alone[at - 1])
}

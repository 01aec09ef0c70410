import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { expect } from '@playwright/test'
import { progress } from '../gallery/progress.ts'
import { peopleHeardIn } from '../media/hear.ts'
import { launchFor } from '../media/launch.ts'
import { peopleSeenMoving } from '../media/see.ts'
import { npmStart } from '../npmStart.ts'
import type { Effort } from './effort.ts'
import { Names } from './names.ts'
import { GRANTED, sitDown, type Person } from './people.ts'
import {
  acknowledge,
  agree,
  backUp,
  givePass,
  join,
  linkForPrincipal,
  pastePeople,
  type Side,
} from './way.ts'

const OPTIONS = { to: { type: 'string', default: 'walk' } } as const
const SIDES: readonly [Side, Side] = [
  { name: 'Switzerland', people: ['Mathilde Aeberhard', 'Reto Camenzind'] },
  { name: 'Kenya', people: ['Zawadi Kiptalam', 'Josphat Mwendwa'] },
]
/** The picture and the tone by which the people before the cameras are known. */
const PEOPLE = [0, 1] as const
const long = { timeout: 60_000 }

/** What it took a principal to be in the call, and then to be seen and heard in it. */
type PrincipalEffort = { name: string; toCall: Effort; toTalk: Effort }

/** `--to` names the folder for the traces, as seen from the project's. */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: OPTIONS })
  const folder = resolve(values.to)
  const walked = await walk(folder)
  process.stdout.write(`${JSON.stringify({ ...walked, answeredBeforehand: GRANTED, folder })}\n`)
  for (const { name, toCall } of walked.principals) {
    if (toCall.clicks === 1 && toCall.keys === 0) continue
    progress(`${name} is to be in the call with one click: ${JSON.stringify(toCall)}`)
    process.exitCode = 1
  }
}

async function walk(folder: string) {
  await using parts = new AsyncDisposableStack()
  progress('npm start')
  const startedMs = performance.now()
  const printed = parts.use(await npmStart())
  const startSeconds = secondsSince(startedMs)
  const browsers = await Promise.all(
    PEOPLE.map((person) => launchFor(person, { hasLargeCamera: true })),
  )
  for (const browser of browsers) parts.defer(() => browser.close())
  const names = await Names.in('en')
  const open = (place: 0 | 1, who: string, link: string): Promise<Person> => {
    progress(`${who} opens a link`)
    const browser = browsers[place]
    if (!browser) throw new Error('Each side has a browser')
    return sitDown(browser, { who, link, names, folder, parts })
  }

  const officers: Person[] = [await open(0, 'first officer', printed.link)]
  const [first] = officers
  if (!first) throw new Error('Somebody begins')
  const secondHand = await agree(first.hand, {
    sides: SIDES,
    sitDown: async (link) => {
      const second = await open(1, 'second officer', link)
      officers.push(second)
      return second.hand
    },
  })
  const hands = [first.hand, secondHand] as const
  progress('The plan is agreed')
  for (const hand of hands) await backUp(hand)
  progress('The seals are backed up')
  await pastePeople(hands[0], SIDES[0])
  await pastePeople(hands[1], SIDES[1])
  await acknowledge(hands[0], SIDES[1])
  await acknowledge(hands[1], SIDES[0])
  progress('The seats are agreed')

  const principals: Person[] = []
  for (const place of PEOPLE) {
    const link = await linkForPrincipal(hands[place], SIDES[place])
    const principal = await open(place, `principal of ${SIDES[place].name}`, link)
    await givePass(hands[place], SIDES[place], principal.hand)
    await principal.hand.find('button', 'Join').waitFor()
    principals.push(principal)
  }
  const officersTook = officers.map(({ hand, count }, place) => ({
    side: SIDES[place]?.name,
    ...count.soFar(),
    longestWait: hand.longestWait,
  }))
  return { startSeconds, officers: officersTook, principals: await talk(principals) }
}

/** Both go in and open their microphones; then each sees the other's picture move and hears the other's tone. */
async function talk(principals: readonly Person[]): Promise<readonly PrincipalEffort[]> {
  const inCall: Effort[] = []
  for (const { hand, count } of principals) {
    await join(hand)
    inCall.push(count.soFar())
  }
  progress('Both are in the call')
  for (const { hand } of principals) await hand.press('Mic closed')
  const took: PrincipalEffort[] = []
  for (const [place, { hand, count }] of principals.entries()) {
    const other = 1 - place
    await expect.poll(() => peopleSeenMoving(hand.page), long).toContain(other)
    await expect.poll(() => peopleHeardIn(hand.page, PEOPLE), long).toContain(other)
    const [name] = SIDES[place === 0 ? 0 : 1].people
    progress(`${name} sees and hears the other`)
    const toCall = inCall[place]
    if (toCall) took.push({ name, toCall, toTalk: count.soFar() })
  }
  return took
}

function secondsSince(fromMs: number): number {
  return Number(((performance.now() - fromMs) / 1_000).toFixed(1))
}

// What was started ends with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130))

await main().catch((error: unknown) => {
  progress(`The walk ended early: ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 1
})
// What never ended does not keep us.
process.exit()

import { PLENARY, type CallId } from '@parley/protocol'
import { makeSeal, type EntryEvent, type Seal } from '@parley/seal'
import { expect } from 'vitest'
import { attack } from './kit/attack.ts'
import type { Participant } from './kit/participant.ts'
import { presentOf, putEntry, type PartsAt } from './kit/partsAt.ts'
import type { Stage } from './kit/stage.ts'

/** One of each side, whose screens follow the agenda. */
type Both = { ada: Participant; ben: Participant; adas: PartsAt; bens: PartsAt }

async function bothFollow(stage: Stage): Promise<Both> {
  const [ada, ben] = await stage.together(0, 2)
  return { ada, ben, adas: await ada.followsParts(), bens: await ben.followsParts() }
}

/** The seal of somebody’s side. */
function sealOf(stage: Stage, { person }: Participant): Seal {
  const seal = stage.staged.agreed.seals.get(person.side)
  if (!seal) throw new Error('Every side has a seal')
  return seal
}

/** A word for that move, of the agreed plan. */
function moveTo(stage: Stage, move: number, item: number): EntryEvent {
  const { root } = stage.staged.agreed.terms
  return { is: 'part', at: stage.staged.clock.nowMs(), move, item, plan: root }
}

/** Both are in the open part that the first proposed. */
async function openFirst(stage: Stage, { adas, bens }: Both): Promise<void> {
  adas.proposes(1)
  await stage.until(() => bens.shown.proposals.length === 1, 3000)
  bens.agrees()
  await stage.until(() => adas.now?.open === true && bens.now?.open === true, 3000)
}

/** Keeps from somebody what is written for the record, and tells all else. */
function withholdEntries(stage: Stage, { line }: Participant) {
  return line.withhold((message) => {
    if (message.type !== 'logged' || message.room !== PLENARY) return false
    const entry = stage.server.log(PLENARY).find(({ envelope }) => envelope === message.envelope)
    return entry?.isKept ?? false
  })
}

attack(
  { number: 56, by: 'M with S and K' },
  'what one side signs for both, or the server in their name, moves nobody to another part',
  async (stage) => {
    const both = await bothFollow(stage)
    const [{ ada, ben, adas, bens }, stranger] = [both, await makeSeal()]
    const [own, other] = [sealOf(stage, ada), sealOf(stage, ben)]
    const word = moveTo(stage, 1, 1)
    for (let n = 0; n < 3; n++) await putEntry(stage.staged, other, { ...word, at: word.at + n })
    await putEntry(stage.staged, stranger, word)
    await putEntry(stage.staged, stranger, word, { by: own.publicKey })
    await putEntry(stage.staged, own, word, { call: 'B'.repeat(21).concat('A') as CallId })

    await stage.pass(3000)
    const proposed = { awaited: ['Switzerland'], yours: 'agree' }
    expect([adas.now, bens.now, adas.shown.proposals]).toMatchObject([
      undefined,
      undefined,
      [proposed],
    ])
    adas.agrees()

    await stage.until(() => adas.now?.item === 1 && bens.now?.item === 1, 3000)
  },
)

attack(
  { number: 56, by: 'M with T' },
  'a device that its side withdrew opens no part with the other side, and its side is still awaited',
  async (stage) => {
    const [ada, ben] = await stage.together(1, 2)
    const [bens, principal, leaf] = [await ben.followsParts(), stage.person(0), await makeSeal()]
    await putEntry(stage.staged, leaf, await presentOf(stage.staged, principal, leaf))
    await stage.staged.withdraw(principal)
    await stage.pass(1000)

    const chain = { n: 2, previous: stage.staged.agreed.terms.root }
    await putEntry(stage.staged, leaf, moveTo(stage, 1, 1), chain)
    await putEntry(stage.staged, sealOf(stage, ben), moveTo(stage, 1, 1))
    await stage.pass(3000)
    expect(bens.now).toBe(undefined)
    expect(bens.shown.proposals).toMatchObject([{ awaited: ['Switzerland'] }])
    await putEntry(stage.staged, sealOf(stage, ada), moveTo(stage, 1, 1))

    await stage.until(() => bens.now?.open === true, 3000)
  },
)

attack(
  { number: 57, by: 'M' },
  'a proposal that was taken back opens nothing, whoever agrees to it long afterwards',
  async (stage) => {
    const both = await bothFollow(stage)
    const { ben, adas, bens } = both
    adas.proposes(1)
    await stage.until(() => bens.shown.proposals.length === 1, 3000)
    adas.takesBack()
    await stage.until(() => bens.shown.proposals.length === 0, 3000)
    expect(bens.shown.refused).toMatchObject({ isTakenBack: true })

    stage.stepMs = 1000
    await stage.pass(900_000)
    await putEntry(stage.staged, sealOf(stage, ben), moveTo(stage, 1, 1))
    await stage.pass(5000)

    expect([adas.now, bens.now]).toMatchObject([{ open: false }, { open: false }])
    adas.proposes(3)
    await stage.until(() => bens.shown.proposals.length === 1, 3000)
    bens.agrees()
    await stage.until(() => adas.now?.open === true && bens.now?.open === true, 3000)
  },
)

attack(
  { number: 57, by: 'S' },
  'from whom the server keeps that the talks left an open part is told so by name, and to them nothing is open',
  async (stage) => {
    const both = await bothFollow(stage)
    const { ada, adas, bens } = both
    await openFirst(stage, both)
    const withheld = withholdEntries(stage, ada)

    await putEntry(stage.staged, sealOf(stage, ada), moveTo(stage, 2, 2))
    await stage.until(() => bens.shown.proposals.length > 0 || bens.now?.item === 2, 3000)
    bens.agrees()
    await stage.until(() => adas.now?.open === false, 3000)
    stage.shownMs = await stage.until(() => adas.shown.movedOnBy.length === 1, 15_000)
    expect(adas.now).toMatchObject({ item: 1, open: false })
    withheld.release()

    await stage.until(() => adas.now?.item === 2 && adas.shown.movedOnBy.length === 0, 45_000)
  },
)

attack(
  { number: 57, by: 'S' },
  'two moves to one number, each shown to one side first, come to the closed part everywhere',
  async (stage) => {
    const both = await bothFollow(stage)
    const { ada, ben, adas, bens } = both
    const [open, closed] = [moveTo(stage, 1, 1), moveTo(stage, 1, 2)]
    const [adaLacks, benLacks] = [withholdEntries(stage, ada), withholdEntries(stage, ben)]
    for (const event of [closed, open])
      for (const key of [sealOf(stage, ada), sealOf(stage, ben)])
        await putEntry(stage.staged, key, event)
    adaLacks.release((all) => all.toReversed())
    benLacks.release()

    await stage.until(() => adas.now?.item === 2 && bens.now?.item === 2, 3000)

    expect([adas.now, bens.now]).toMatchObject([{ open: false }, { open: false }])
  },
)

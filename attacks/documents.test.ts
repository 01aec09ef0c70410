import { hashOf, type Heads } from '@parley/seal'
import { memoryKeyStore } from '@parley/testkit'
import { planOf, signByAll, type EvilLine, type Signed } from '@parley/testkit/evil'
import { expect } from 'vitest'
import { attack } from './kit/attack.ts'
import { opensWith, stealEpoch } from './kit/thief.ts'

/** Characters of an envelope: a heartbeat has fewer, a delegation with its signatures more. */
const LONG = 2000

/** Whatever is as long as a document that the room sends on comes cut short. */
const withoutDocuments: EvilLine['bend'] = (message) => {
  if (message.type === 'document') return []
  const isLong = message.type === 'logged' && message.envelope.length > LONG
  return [isLong ? { ...message, envelope: message.envelope.slice(0, 99) } : message]
}

async function headsOf({ kind, version, signatures }: Signed): Promise<Heads> {
  const [[, jws] = []] = signatures
  if (!jws) throw new Error('It is signed')
  return { [kind]: [version, await hashOf(jws)] }
}

/** Of each document it shows the first version. */
function showOlder(line: EvilLine): void {
  line.bend = (message) => (message.type === 'document' && message.version > 1 ? [] : [message])
}

attack(
  { number: 50, by: 'S with X' },
  'from whom the server keeps a withdrawal hears of it in the room, and sends nothing beside who was withdrawn',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const gone = stage.person(1)
    await stage.staged.withdraw(gone)
    const dan = await stage.enter(stage.person(3), (line) => {
      line.bend = (message) =>
        message.type === 'document' && message.kind.startsWith('withdrawal') ? [] : [message]
    })
    await stage.areTogether(ada, ben, dan)
    const before = stage.path.recorded.length

    const again = await stage.intrude(gone)
    stage.meanwhile = () => dan.shows('a picture')
    await stage.shows(dan, { type: 'held', code: 'withdrawn' }, { withinMs: 1000 })
    await stage.areTogether(ada, ben, dan)

    const since = stage.path.recorded.slice(before)
    expect(await opensWith(await stealEpoch(again), since)).toBe(0)
  },
)

attack(
  { number: 53, by: 'S with X' },
  'of a withdrawal that one member is told all hear at once, and who was told sends it nothing more',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const stolen = await stealEpoch(cem.group)
    await stage.pass(500)
    const before = stage.path.recorded.length

    await stage.staged.withdraw(cem.person, [ada.line])
    stage.meanwhile = () => ada.shows('a picture')
    await stage.shows(ben, { type: 'removed', because: 'withdrawn' }, { withinMs: 2000 })
    await stage.areTogether(ada, ben)
    await stage.pass(1000)

    const since = stage.path.recorded.slice(before)
    expect([await opensWith(stolen, since), since.length > 10]).toEqual([0, true])
    expect(ben.heard.at(-1)).toBe('a picture')
    expect(cem.heard).toEqual([])
  },
)

attack(
  { number: 50, by: 'S' },
  'a page that is loaded again and shown an older delegation sends nothing, says so, and hears the newer in the room',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const store = memoryKeyStore()
    const dan = await stage.enter(stage.person(3), { store })
    const { newer } = await stage.staged.seatMore(ada.person.side)
    await stage.staged.file(newer)
    await stage.pass(500)
    const before = stage.path.recorded.length

    const again = await stage.enter(dan.person, { store, prepare: showOlder })
    stage.meanwhile = () => again.shows('a picture')
    await stage.shows(again, { type: 'held', code: 'not-agreed' }, { withinMs: 1000 })

    expect(stage.path.recorded.length).toBe(before)
    await stage.areTogether(ada, ben, again)
  },
)

attack(
  { number: 50, by: 'S' },
  'a new device that is shown an older delegation than its grant names sends nothing, says so, and hears the newer in the room',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const { newer } = await stage.staged.seatMore(ada.person.side)
    await stage.staged.file(newer)
    const [[, jws] = []] = newer.signatures
    if (!jws) throw new Error('It is signed')
    const heads: Heads = { [newer.kind]: [newer.version, await hashOf(jws)] }
    await stage.pass(500)
    const before = stage.path.recorded.length

    const dan = await stage.enter(stage.person(3), { heads, prepare: showOlder })
    stage.meanwhile = () => dan.shows('a picture')
    await stage.shows(dan, { type: 'held', code: 'not-agreed' }, { withinMs: 1000 })

    expect(stage.path.recorded.length).toBe(before)
    await stage.areTogether(ada, ben, dan)
  },
)

attack(
  { number: 50, by: 'S' },
  'from whom the server keeps a newer delegation, also as the room sends it on, reads so within 15 s, and the others read who it is',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    await stage.pass(10_000)
    ben.line.bend = withoutDocuments
    const { newer } = await stage.staged.seatMore(ada.person.side)
    await stage.staged.file(newer)

    await stage.shows(ada, { type: 'lists-apart', lists: 'older' }, { withinMs: 15_000 })
    await stage.shows(ben, { type: 'lists-apart', lists: 'newer' }, { withinMs: 5000 })
    expect([ada, ben, cem].map(({ notices }) => notices)).toMatchObject([
      [{ names: ['Person 0'], desks: [] }],
      [{ names: ['Person 0', 'Person 1'], desks: [] }],
      [{ names: ['Person 0'], desks: [] }],
    ])

    ben.line.bend = (message) => [message]
    await stage.until(() => [ada, ben, cem].every(({ notices }) => notices.length === 0), 40_000)
    await stage.areTogether(ada, ben, cem)
  },
)

attack(
  { number: 50, by: 'S' },
  'whose desk says that it has newer lists than the server brings is told so, until they are there',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const { newer } = await stage.staged.seatMore(ada.person.side)
    await stage.staged.deskSays(ada.person.side, 1, await headsOf(newer))

    await stage.shows(ben, { type: 'lists-apart', lists: 'newer' }, { withinMs: 16_000 })
    expect(ben.notices).toMatchObject([{ names: [], desks: ['Switzerland'] }])
    await stage.staged.file(newer)
    await stage.until(() => [ada, ben].every(({ notices }) => notices.length === 0), 1000)
    await stage.areTogether(ada, ben)
  },
)

attack(
  { number: 51, by: 'S with M' },
  'a delegation that one side signed and the server files for both lets nobody in, and that is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const { side } = ben.person
    const { person, newer } = await stage.staged.seatMore(side, { by: [side] })
    const [[, jws] = []] = newer.signatures
    if (!jws) throw new Error('It is signed')
    const signatures = [side, ada.person.side].map((name) => [name, jws] as const)
    await stage.staged.file({ ...newer, signatures: signatures.map(([name, of]) => [name, of]) })

    await stage.intrude({ ...person, me: { ...person.me, proof: [jws, jws] } })
    await stage.shows(ada, { type: 'refused', code: 'no-proof' }, { withinMs: 1000 })

    expect([ada.company, ben.company]).toEqual([2, 2])
    await stage.areTogether(ada, ben, await stage.enter(stage.person(1)))
  },
)

attack(
  { number: 51, by: 'S with M' },
  'two wordings of one version, each signed by one side, let nobody in, and that is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const { side } = ben.person
    const one = await stage.staged.seatMore(side, { by: [side] })
    const other = await stage.staged.seatMore(side, { by: [ada.person.side] })
    await stage.staged.file(one.newer)
    await stage.staged.file(other.newer)

    const proof = [one, other].flatMap(({ newer }) => newer.signatures.map(([, jws]) => jws))
    await stage.intrude({ ...one.person, me: { ...one.person.me, proof } })
    await stage.shows(ada, { type: 'refused', code: 'no-proof' }, { withinMs: 1000 })

    expect([ada.company, ben.company]).toEqual([2, 2])
    await stage.areTogether(ada, ben, await stage.enter(stage.person(1)))
  },
)

attack(
  { number: 51, by: 'S with M' },
  'a side that signs another wording of the version that is agreed keeps nobody out',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const { side } = ada.person
    const { newer } = await stage.staged.seatMore(side)
    const { newer: wording } = await stage.staged.seatMore(side, { by: [ben.person.side] })

    await stage.staged.file(newer)
    await stage.staged.file(wording)
    const cem = await stage.enter(stage.person(1))

    await stage.areTogether(ada, ben, cem)
    expect([ada, ben, cem].map(({ notices }) => notices)).toEqual([[], [], []])
  },
)

attack(
  { number: 51, by: 'S with M' },
  'of two withdrawals that a desk signs for one version both count with all, whomever the server tells which',
  async (stage) => {
    const [ada, ben, cem, dan] = await stage.together(0, 2, 1, 3)
    const first = await stage.staged.withdrawalOf(cem.person.side, { seats: [cem.person] })
    const second = await stage.staged.withdrawalOf(ada.person.side, { seats: [ada.person] })

    await stage.staged.file(first, [ben.line])
    await stage.staged.file(second, [dan.line])
    await stage.shows(ben, { type: 'removed', because: 'withdrawn' }, { withinMs: 8000 })
    await stage.areTogether(ben, dan)

    const removed = { type: 'removed', because: 'withdrawn' }
    expect(dan.notices.filter(({ type }) => type === 'removed')).toMatchObject([removed, removed])
  },
)

attack(
  { number: 52, by: 'S' },
  'who is agreed on in mid-call is heard beside whom the server kept that from, who says so and is not locked out',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const { person, newer } = await stage.staged.seatMore(ada.person.side)
    ben.line.bend = (message) => (message.type === 'document' ? [] : [message])
    await stage.staged.file(newer)
    stage.meanwhile = () => ada.shows('a picture')

    const cem = await stage.enter(person)
    await stage.shows(ben, { type: 'held', code: 'not-agreed' }, { withinMs: 2000 })
    await stage.areTogether(ada, ben, cem)
    await stage.pass(500)

    expect([ben.names.includes('Person new'), ben.heard.at(-1)]).toEqual([true, 'a picture'])
  },
)

attack(
  { number: 52, by: 'S' },
  'a plan that is changed in mid-call, and that the server tells one alone, all hear, and whoever comes later is let in',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const place = await ada.place()
    const { agreed } = stage.staged
    const { version, title } = { version: 2, title: 'Talks on water' }
    const payload = { ...planOf(agreed), version, title, previous: agreed.terms.root }
    const changed = await signByAll(agreed, { is: 'plan', payload })

    await stage.staged.file(changed, [ada.line])
    await stage.until(() => ben.title === 'Talks on water', 8000)
    expect([await ada.place(), ada.notices]).toEqual([place, []])

    await stage.areTogether(ada, ben, await stage.enter(stage.person(1)))
  },
)

attack(
  { number: 54, by: 'S' },
  'how long a desk has said nothing of its lists is shown from the third minute on, and who is agreed comes in all the same',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const { side } = ben.person
    expect(ada.deskQuiet(side)).toBe('never')
    await stage.staged.deskSays(side, 1)
    await stage.until(() => ada.deskQuiet(side) === undefined, 1000)

    stage.shownMs = await stage.until(() => ada.deskQuiet(side) === 3, 181_000)
    await stage.areTogether(ada, ben, await stage.enter(stage.person(1)))
    expect([ada.notices, ben.notices]).toEqual([[], []])

    await stage.staged.deskSays(side, 2)
    await stage.until(() => ada.deskQuiet(side) === undefined, 1000)
  },
)

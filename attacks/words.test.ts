import { found, makeMessage, writeWord } from '@parley/group'
import { PLENARY, type CompactJwe } from '@parley/protocol'
import { delegationKind } from '@parley/seal'
import { expect } from 'vitest'
import { attack } from './kit/attack.ts'

/** Says that a group's id has a thousand million bytes. */
const LYING = new Uint8Array([0, 1, 0, 1, 0xbf, 0xff, 0xff, 0xff])

const RESIGN = { word: 'text', id: 'a', text: 'I resign', atMs: 1 } as const

attack(
  { number: 41, by: 'S with K' },
  'words that the server makes up are read by nobody, and move nobody',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const place = await ada.place()

    await stage.staged.put({ kind: 'message', epoch: 2, message: writeWord(RESIGN) })
    for (const { line } of [ada, ben]) {
      line.tell({ type: 'founded', room: PLENARY, number: 1000 })
      line.tell({ type: 'granted' })
      line.tell({ type: 'media-server', isThere: false })
    }
    await stage.pass(10_000)

    expect([ada.read, ben.read, ada.notices, await ada.place()]).toEqual([[], [], [], place])
    ben.writes('Good morning')
    await stage.pass(500)
    expect(ada.read).toEqual([`${ben.person.seat} Good morning`])
  },
)

attack(
  { number: 49, by: 'S with X' },
  'what a removed member says in its old epoch is read by nobody',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const old = cem.group
    cem.leaves()
    await stage.until(() => ada.company === 2 && ben.company === 2, 5000)

    await stage.areTogether(ada, ben)
    const place = await ada.place()

    const made = await makeMessage(old, writeWord(RESIGN))
    if (!made) throw new Error('It was not alone')
    for (let n = 0; n < 10; n++) {
      await stage.staged.put(made.opened)
      await stage.pass(300)
    }

    expect([ada.read, ben.read, await ada.place()]).toEqual([[], [], place])
    await stage.areTogether(ada, ben)
  },
)

attack(
  { number: 55, by: 'S' },
  'a first syllable is heard though the word that opens comes a quarter of a second late',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const withheld = ben.line.withhold()
    ada.pressesMicrophone()
    await stage.pass(50)
    ada.says('The')
    await stage.pass(200)
    expect(ben.heard).toEqual([])

    withheld.release()
    ada.says('first')
    await stage.pass(200)

    expect(ben.heard).toEqual(['The', 'first'])
  },
)

attack(
  { number: 55, by: 'S' },
  'sound whose opening is withheld is not played, and is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const withheld = ben.line.withhold()
    ada.pressesMicrophone()
    stage.meanwhile = () => ada.says('listen')

    await stage.shows(ben, { type: 'not-played', code: 'outside-bounds' }, { withinMs: 4000 })
    expect(ben.heard).toEqual([])
    withheld.release()
    await stage.pass(500)

    expect(ben.heard.at(-1)).toBe('listen')
  },
)

attack(
  { number: 41, by: 'M' },
  'what a member says as another is read by nobody, and the other is read on',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const place = await ada.place()
    const { state } = cem.group
    const as = { ...state, privatePath: { ...state.privatePath, leafIndex: ada.leaf } }
    const made = await makeMessage({ ...cem.group, state: as }, writeWord(RESIGN))
    if (!made) throw new Error('It is not alone')

    await stage.staged.put(made.opened)
    await stage.pass(3000)
    expect([ada.read, ben.read, cem.read, await ada.place()]).toEqual([[], [], [], place])
    ada.writes('Good morning')
    await stage.pass(500)

    expect(ben.read).toEqual([`${ada.person.seat} Good morning`])
    await stage.areTogether(ada, ben, cem)
  },
)

attack(
  { number: 44, by: 'M' },
  'words that are nested a hundred thousand deep, or are no words at all, stop nobody and are read by nobody',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const deep = `{"word":"text","id":"a","atMs":1,"text":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    let room = await stage.intrude(stage.person(1))
    for (const words of [
      deep,
      '{"word":"text"',
      '',
      '"\\ud800"',
      `{"word":"${'x'.repeat(60_000)}"}`,
    ]) {
      const made = await makeMessage(room, new TextEncoder().encode(words))
      if (!made) throw new Error('It is not alone')
      room = made.room
      await stage.staged.put(made.opened)
    }
    await stage.pass(1000)

    expect([ada.read, ada.company, ada.isIn]).toEqual([[], 3, true])
    ben.writes('Good morning')
    await stage.pass(500)
    expect(ada.read).toEqual([`${ben.person.seat} Good morning`])
  },
)

attack(
  { number: 44, by: 'S' },
  'documents and entries of megabytes, or with lengths that lie, stop nobody, and cost less than two seconds',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const { side } = ada.person
    const huge = 'A'.repeat(16 * 2 ** 20)
    const kind = delegationKind(side)
    const sealed = `e30.${huge}.AAAA.AAAA.AAAA` as CompactJwe
    const from = process.cpuUsage()

    ada.line.tell({ type: 'document', number: 1000, kind, version: 9, side, sealed })
    for (const envelope of [huge, '', 'AAAA', '////']) stage.server.put(PLENARY, envelope)
    const lying = { commit: LYING, groupInfo: LYING, tree: LYING }
    await stage.staged.put({ kind: 'commit', epoch: 2, ...lying })
    await stage.shows(ben, { type: 'refused', code: 'malformed' }, { withinMs: 1000 })

    const { user, system } = process.cpuUsage(from)
    expect([ada.isIn, ben.isIn, (user + system) / 1e6 < 2]).toEqual([true, true, true])
    await stage.areTogether(ada, ben, await stage.enter(stage.person(1)))
  },
)

attack(
  { number: 44, by: 'S' },
  'who is answered with what is no log is told that it cannot be verified, and comes in once it is one',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const answers: Record<string, unknown>[] = [
      { entries: 'none', last: 3 },
      { entries: [{ number: -1, envelope: '' }], last: 1 },
      { entries: [], last: 1e300 },
      {},
    ]
    const cem = await stage.enter(stage.person(1), (line) => {
      line.lie = ({ type }) => (type === 'read-commits' ? answers.shift() : undefined)
    })

    await stage.shows(cem, { type: 'not-entered' }, { withinMs: 1000 })
    await stage.areTogether(ada, ben, cem)

    expect([answers, cem.notices]).toEqual([[], []])
  },
)

attack(
  { number: 17, by: 'M' },
  'a founding that a member writes into the log of a group that goes on moves nobody',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const place = await ada.place()
    const founded = await found(stage.person(1).me, stage.staged.agreed.terms)
    if ('code' in founded) throw new Error(founded.code)

    await stage.staged.put(founded.opened)
    await stage.pass(5000)

    expect([await ada.place(), await ben.place(), ada.notices]).toEqual([place, place, []])
    await stage.areTogether(ada, ben, await stage.enter(stage.person(1)))
  },
)

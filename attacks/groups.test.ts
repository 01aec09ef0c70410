import { commitRefresh, found, type Founding, type Me, type RoomTerms } from '@parley/group'
import { extensionsOf } from '@parley/group/making'
import { PLENARY } from '@parley/protocol'
import { hashOf, makeSeal } from '@parley/seal'
import { passAnew } from '@parley/testkit/agreedCall'
import { evilFounding, externalSender } from '@parley/testkit/evil'
import { expect } from 'vitest'
import { attack } from './kit/attack.ts'
import { EvilMember } from './kit/evilMember.ts'

attack(
  { number: 4, by: 'S' },
  'who is shown a group of made-up people in place of the true one does not enter it, and is told',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const { terms } = stage.staged.agreed
    const [seal, { side }] = [await makeSeal(), ada.person]
    const double = await passAnew({ terms, seals: new Map([[side, seal]]) }, ada.person)
    const seals = new Map([...terms.seals, [side, seal.publicKey]])
    const founded = await found(double.me, { ...terms, seals })
    if ('code' in founded) throw new Error(founded.code)

    const cem = await stage.mislead(stage.person(1), { lies: [founded.opened] })
    await stage.shows(cem, { type: 'not-entered' }, { withinMs: 2000 })
    expect([cem.isIn, cem.company]).toEqual([false, 0])
    stage.undeceive(cem)

    await stage.areTogether(ada, ben, cem)
  },
)

attack(
  { number: 4, by: 'S with M' },
  'who is led into a branch that one member made of true leaves sends nothing there, and reads whom it does not hear',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const [evil, truth] = [new EvilMember(ben.group), stage.server.log(PLENARY).slice()]
    const branch = await commitRefresh(evil.room)
    if (!branch) throw new Error('Two are not alone')
    evil.room = branch.room

    const cem = await stage.mislead(stage.person(1), { truth, lies: [branch.opened] })
    stage.meanwhile = () => cem.shows('a picture')
    await stage.shows(cem, { type: 'not-fresh', mustHear: 'own-side' }, { withinMs: 5000 })
    await evil.follow(...(await stage.read(cem.line)).slice(truth.length))
    await stage.staged.put(await evil.heartbeat(cem.heads), cem.line)
    await stage.pass(5000)

    expect([cem.presenceOf(ben.person), cem.presenceOf(ada.person)]).toEqual(['here', 'not-heard'])
    expect(stage.path.recorded).toEqual([])
    stage.undeceive(cem)
    await stage.areTogether(ada, ben, cem)
  },
)

attack(
  { number: 17, by: 'S with X' },
  'who is led into an old epoch with a withdrawn member sends nothing there, and reads why',
  async (stage) => {
    const [ada, ben, xan] = await stage.together(0, 2, 3)
    const truth = stage.server.log(PLENARY).slice()
    await stage.staged.withdraw(xan.person)
    await stage.until(() => ada.company === 2 && ben.company === 2, 5000)

    const cem = await stage.mislead(stage.person(1), { truth, lies: [] })
    stage.meanwhile = () => cem.shows('a picture')
    await stage.shows(cem, { type: 'held', code: 'withdrawn' }, { withinMs: 3000 })
    await stage.pass(2000)

    expect([stage.path.recorded, ada.company]).toEqual([[], 2])
    stage.undeceive(cem)
    await stage.areTogether(ada, ben, cem)
  },
)

attack(
  { number: 17, by: 'S' },
  'two who each found a group are alone and send nothing, and are in one once either hears of the other',
  async (stage) => {
    const ben = await stage.enter(stage.person(2), (line) => stage.server.part(line, PLENARY))
    const ada = await stage.enter(stage.person(0))
    stage.meanwhile = () => [ada, ben].forEach((one) => one.shows('a picture'))
    await stage.shows(ben, { type: 'alone' }, { withinMs: 2000 })
    await stage.shows(ada, { type: 'alone' }, { withinMs: 2000 })
    await stage.pass(5000)
    expect([ada.company, ben.company, stage.path.recorded]).toEqual([1, 1, []])

    stage.undeceive(ben)
    await stage.areTogether(ada, ben)

    await stage.until(() => ada.heard.length > 0 && ben.heard.length > 0, 1000)
  },
)

/** Groups that a member of the call founds, with leaves that are true. */
const FALSE_GROUPS: readonly [number, string, (me: Me, terms: RoomTerms) => Promise<Founding>][] = [
  [
    8,
    'with external senders',
    async (me, terms) =>
      evilFounding(me, terms, { extensions: [...extensionsOf(terms), await externalSender()] }),
  ],
  [
    8,
    'with an extension that nobody knows',
    (me, terms) => {
      const unknown = { extensionType: 0xff51, extensionData: new Uint8Array() }
      return evilFounding(me, terms, { extensions: [...extensionsOf(terms), unknown] })
    },
  ],
  [
    8,
    'under another plan',
    async (me, terms) => evilFounding(me, { ...terms, root: await hashOf(me.pass) }, {}),
  ],
  [
    25,
    'under a suite without X-Wing',
    (me, terms) =>
      evilFounding(me, terms, { suite: 'MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519' }),
  ],
  [
    25,
    'of another version of MLS',
    async (me, terms) => inVersion2(await evilFounding(me, terms, {})),
  ],
  [
    26,
    'of an older version of our own',
    (me, terms) => {
      const [ours] = extensionsOf(terms)
      const text = new TextDecoder()
        .decode(ours?.extensionData)
        .replace('"version":1', '"version":0')
      const older = { extensionType: 0xff50, extensionData: new TextEncoder().encode(text) }
      return evilFounding(me, terms, { extensions: [older] })
    },
  ],
]

for (const [number, what, make] of FALSE_GROUPS)
  attack(
    { number, by: 'S with M' },
    `a group ${what} is not entered, and that is told`,
    async (stage) => {
      const [ada, ben] = await stage.together(0, 2)
      const lie = await make(ben.person.me, stage.staged.agreed.terms)

      const cem = await stage.mislead(stage.person(1), { lies: [lie] })
      await stage.shows(cem, { type: 'not-entered' }, { withinMs: 2000 })
      expect([cem.isIn, cem.company]).toEqual([false, 0])
      stage.undeceive(cem)

      await stage.areTogether(ada, ben, cem)
    },
  )

/** The group context begins after two bytes of version and two of wire format, with its own version. */
function inVersion2(founding: Founding): Founding {
  const groupInfo = founding.groupInfo.slice()
  groupInfo.set([0, 2], 4)
  return { ...founding, groupInfo }
}

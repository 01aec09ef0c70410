import { newSeatId } from '@parley/client'
import { commitRefresh } from '@parley/group'
import { makeDeviceKeys, makeSeal, passKind } from '@parley/seal'
import { CALL_TIME_MS, passAnew } from '@parley/testkit/agreedCall'
import { expect } from 'vitest'
import { attack } from './kit/attack.ts'
import { opensWith, stealEpoch } from './kit/thief.ts'

attack(
  { number: 1, by: 'S with T' },
  'who comes by a seal that nobody pinned is not in, whatever the server says, and that is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 1)
    const { terms } = stage.staged.agreed
    const [seal, cem] = [await makeSeal(), stage.person(2)]
    const forged = await passAnew({ terms, seals: new Map([[cem.side, seal]]) }, cem)
    const seals = new Map([...terms.seals, [cem.side, seal.publicKey]])

    const thief = await stage.intrude(forged, { ...terms, seals })
    await stage.shows(ada, { type: 'refused', code: 'unknown-seal' }, { withinMs: 1000 })
    stage.meanwhile = () => ada.shows('a picture')
    await stage.pass(1000)

    expect(await opensWith(await stealEpoch(thief), stage.path.recorded)).toBe(0)
    await stage.areTogether(ada, ben, await stage.enter(cem))
  },
)

attack(
  { number: 2, by: 'S with T' },
  'who makes a pass for itself from the group info is not in, and that is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 1)
    const { terms } = stage.staged.agreed
    const [{ side }, seal] = [stage.person(2), await makeDeviceKeys()]
    const [seat, seals] = [newSeatId(), new Map([[side, seal]])]
    const change = { seat, kind: passKind(seat), version: 9 }
    const forged = await passAnew({ terms, seals }, stage.person(2), change)
    const believed = new Map([...terms.seals, [side, seal.publicKey]])

    const thief = await stage.intrude(forged, { ...terms, seals: believed })
    await stage.shows(ben, { type: 'refused', code: 'unknown-seal' }, { withinMs: 1000 })
    ada.shows('a picture')
    await stage.pass(500)

    expect(await opensWith(await stealEpoch(thief), stage.path.recorded)).toBe(0)
    await stage.areTogether(ada, ben)
  },
)

attack(
  { number: 3, by: 'S with T' },
  'a pass without the device that it was given to is worth nothing, and that is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const cem = stage.person(1)
    const { signingKey } = await makeDeviceKeys()

    const thief = await stage.intrude({ ...cem, me: { ...cem.me, deviceKey: signingKey } })
    await stage.shows(ben, { type: 'refused', code: 'leaf-not-signed' }, { withinMs: 1000 })
    ada.shows('a picture')
    await stage.pass(500)

    expect([ben.heard, await opensWith(await stealEpoch(thief), stage.path.recorded)]).toEqual([
      ['a picture'],
      0,
    ])
    await stage.areTogether(ada, ben, await stage.enter(cem))
  },
)

attack(
  { number: 5, by: 'S with M' },
  'a seat that is not proven to be agreed for the room is not taken in, and that is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const cem = stage.person(1)
    const place = await ada.place()

    await stage.intrude({ ...cem, me: { ...cem.me, proof: ben.person.me.proof } })
    await stage.intrude({ ...cem, me: { ...cem.me, proof: cem.me.proof.slice(0, 1) } })
    await stage.shows(ada, { type: 'refused', code: 'no-proof' }, { withinMs: 1000 })

    expect(await ada.place()).toBe(place)
    await stage.areTogether(ada, ben, await stage.enter(cem))
  },
)

attack(
  { number: 5, by: 'M' },
  'beside a pass that is over nothing goes out, and why is shown until it is taken out',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const expires = CALL_TIME_MS - 600_000
    const late = await passAnew(stage.staged.agreed, stage.person(1), { expires })
    ada.shows('before')
    await stage.pass(200)
    const before = stage.path.recorded.length

    const thief = await stage.intrude(late)
    stage.meanwhile = () => ada.shows('a picture')
    await stage.shows(ada, { type: 'held', code: 'expired' }, { withinMs: 1000 })
    await stage.areTogether(ada, ben)
    await stage.pass(1000)

    const stolen = await stealEpoch(thief)
    expect(await opensWith(stolen, stage.path.recorded.slice(before))).toBe(0)
    expect(ben.heard.at(-1)).toBe('a picture')
  },
)

attack(
  { number: 6, by: 'T' },
  'an old pass does not take a seat back from the device that has it now',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const anew = await passAnew(stage.staged.agreed, ben.person, { version: 2 })
    const again = await stage.enter(anew)
    await stage.areTogether(ada, again)
    expect(ben.call.joining).toMatchObject({ phase: 'ended', by: 'replaced' })
    const place = await again.place()

    await expect(stage.intrude(ben.person)).rejects.toThrow('second-leaf')
    await stage.enter(ben.person)
    await stage.pass(10_000)

    expect([await again.place(), await ada.place()]).toEqual([place, place])
  },
)

attack(
  { number: 6, by: 'S with T' },
  'nothing goes out beside a stolen device whose seat was given to a new one, and it is put out',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const stolen = stage.person(1)
    const anew = await stage.staged.grantAnew(stolen)
    await stage.pass(500)

    const thief = await stage.intrude(stolen)
    stage.meanwhile = () => ada.shows('a picture')
    await stage.shows(ada, { type: 'held', code: 'old-pass' }, { withinMs: 1000 })
    await stage.areTogether(ada, ben)
    await stage.pass(1000)

    expect(await opensWith(await stealEpoch(thief), stage.path.recorded)).toBe(0)
    expect(ben.heard.at(-1)).toBe('a picture')
    await stage.areTogether(ada, ben, await stage.enter(anew))
  },
)

attack(
  { number: 10, by: 'S with X' },
  'nothing goes out beside a withdrawn member that the server lets in again, and it is put out',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    await stage.staged.withdraw(cem.person)
    await stage.until(() => ada.company === 2 && ben.company === 2, 5000)
    await stage.areTogether(ada, ben)
    const before = stage.path.recorded.length

    const again = await stage.intrude(cem.person)
    stage.meanwhile = () => ada.shows('a picture')
    await stage.shows(ada, { type: 'held', code: 'withdrawn' }, { withinMs: 1000 })
    await stage.areTogether(ada, ben)
    await stage.pass(1000)

    const since = stage.path.recorded.slice(before)
    expect([await opensWith(await stealEpoch(again), since), since.length > 10]).toEqual([0, true])
    expect(ben.heard.at(-1)).toBe('a picture')
  },
)

attack(
  { number: 23, by: 'S' },
  'two who are given one group info at once come in one after the other',
  async (stage) => {
    const [ada] = await stage.together(0)
    const both = await Promise.all([stage.enter(stage.person(2)), stage.enter(stage.person(1))])

    await stage.areTogether(ada, ...both)

    expect(ada.notices).toEqual([])
  },
)

attack(
  { number: 47, by: 'M' },
  'noise in the log as commits stops nobody, and is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    for (let n = 0; n < 50; n++) {
      const commit = crypto.getRandomValues(new Uint8Array(300))
      const groupInfo = crypto.getRandomValues(new Uint8Array(300))
      await stage.staged.put({ kind: 'commit', epoch: n, commit, groupInfo, tree: undefined })
    }

    await stage.shows(ada, { type: 'refused', code: 'malformed' }, { withinMs: 1000 })

    await stage.areTogether(ada, ben, await stage.enter(stage.person(1)))
  },
)

attack(
  { number: 47, by: 'M' },
  'a commit that nobody could join after is mended by the others, and a joiner comes in',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const refreshed = await commitRefresh(ben.group)
    if (!refreshed) throw new Error('Two are not alone')

    await stage.staged.put({ ...refreshed.opened, groupInfo: new Uint8Array(9), tree: undefined })
    ben.line.bend = () => []
    const cem = await stage.enter(stage.person(1))

    await stage.until(() => ada.company === 3 && cem.company === 3, 2000)
    expect([await ada.place(), ada.isIn]).toEqual([await cem.place(), true])
    ben.line.bend = (message) => [message]
    await stage.areTogether(ada, ben, cem)
  },
)

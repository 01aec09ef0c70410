import { caucusOf, PLENARY } from '@parley/protocol'
import { passAnew } from '@parley/testkit/agreedCall'
import { forgedJoin } from '@parley/testkit/evil'
import { CAPABILITIES } from '@parley/group/making'
import { callIdOf, derivingKey, Secret } from '@parley/seal'
import { expect } from 'vitest'
import { attack } from './kit/attack.ts'
import { opensWith, stealEpoch } from './kit/thief.ts'

const TOLD = { withinMs: 1000 }

attack(
  { number: 3, by: 'S with T' },
  'a leaf that its device signed for another group is not taken in, and that is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const cem = stage.person(1)
    const groupId = crypto.getRandomValues(new Uint8Array(32))

    const thief = await forgedJoin(ada.group, cem.me, { groupId })
    await stage.staged.put(thief.opened)
    await stage.shows(ben, { type: 'refused', code: 'wrong-context' }, TOLD)
    ada.shows('a picture')
    await stage.pass(500)

    expect(await opensWith(await stealEpoch(thief.room), stage.path.recorded)).toBe(0)
    await stage.areTogether(ada, ben, await stage.enter(cem))
  },
)

attack(
  { number: 5, by: 'S with T' },
  'a pass for another call of the same sides is worth nothing, and that is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const call = await callIdOf(await derivingKey(Secret.random()))
    const { me } = await passAnew(stage.staged.agreed, stage.person(1), { call })

    const thief = await forgedJoin(ada.group, me)
    await stage.staged.put(thief.opened)
    await stage.shows(ben, { type: 'refused', code: 'wrong-context' }, TOLD)
    ada.shows('a picture')
    await stage.pass(500)

    expect(await opensWith(await stealEpoch(thief.room), stage.path.recorded)).toBe(0)
    await stage.areTogether(ada, ben, await stage.enter(stage.person(1)))
  },
)

attack(
  { number: 5, by: 'the other side' },
  'a desk gives nobody a seat of the other side, and that is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const { terms, seals } = stage.staged.agreed
    const [cem, seal] = [stage.person(1), seals.get(ben.person.side)]
    if (!seal) throw new Error('Every side has a seal')
    const forged = await passAnew({ terms, seals: new Map([[cem.side, seal]]) }, cem)
    const believed = { ...terms, seals: new Map([[cem.side, seal.publicKey]]) }

    const thief = await forgedJoin(ben.group, forged.me, { believed })
    await stage.staged.put(thief.opened)
    await stage.shows(ada, { type: 'refused', code: 'unknown-seal' }, TOLD)
    ada.shows('a picture')
    await stage.pass(500)

    expect(await opensWith(await stealEpoch(thief.room), stage.path.recorded)).toBe(0)
    await stage.areTogether(ada, ben, await stage.enter(cem))
  },
)

attack(
  { number: 5, by: 'M' },
  'beside a pass that is not valid yet nothing goes out, and why is shown until it is taken out',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const notBefore = stage.staged.clock.nowMs() + 600_000
    const early = await passAnew(stage.staged.agreed, stage.person(1), { notBefore })

    const thief = await stage.intrude(early)
    stage.meanwhile = () => ada.shows('a picture')
    await stage.shows(ada, { type: 'held', code: 'early' }, TOLD)
    await stage.areTogether(ada, ben)
    await stage.pass(1000)

    expect(await opensWith(await stealEpoch(thief), stage.path.recorded)).toBe(0)
    expect(ben.heard.at(-1)).toBe('a picture')
  },
)

for (const [code, rooms] of [
  ['not-agreed', []],
  ['not-cleared', ['caucus']],
] as const)
  attack(
    { number: 5, by: 'M' },
    `a seat that is ${code} by the newest lists comes again and again, each time in vain, and that is shown`,
    async (stage) => {
      const [ada, ben] = await stage.together(0, 2)
      const cem = stage.person(1)
      const [own, all] = [rooms.map(() => caucusOf(cem.side)), [PLENARY, caucusOf(cem.side)]]
      await stage.staged.agreeAnew(cem.side, ({ seat }) => (seat === cem.seat ? own : all))
      await stage.areTogether(ada, ben)
      stage.meanwhile = () => ada.shows('a picture')

      for (const again of [1, 2, 3]) {
        const thief = await stage.intrude(cem)
        await stage.shows(ada, { type: 'held', code }, TOLD)
        await stage.areTogether(ada, ben)
        await stage.pass(again * 1000)
        expect(await opensWith(await stealEpoch(thief), stage.path.recorded.slice(-5))).toBe(0)
      }
      expect(ben.heard.at(-1)).toBe('a picture')
    },
  )

attack(
  { number: 6, by: 'S with T' },
  'two devices are not in one seat at once, and that is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const anew = await passAnew(stage.staged.agreed, ben.person, { version: 2 })

    const thief = await forgedJoin(ada.group, anew.me)
    await stage.staged.put(thief.opened)
    await stage.shows(ada, { type: 'refused', code: 'second-leaf' }, TOLD)
    ada.shows('a picture')
    await stage.pass(500)

    expect([ada.company, ben.heard]).toEqual([2, ['a picture']])
    expect(await opensWith(await stealEpoch(thief.room), stage.path.recorded)).toBe(0)
    await stage.areTogether(ada, ben)
  },
)

attack(
  { number: 12, by: 'S with T' },
  'who joins takes out neither another’s seat nor two, and that is shown',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const [{ me }, place] = [stage.person(3), await ada.place()]

    const one = await forgedJoin(ada.group, me, { removed: [ben.leaf] })
    await stage.staged.put(one.opened)
    await stage.shows(ada, { type: 'refused', code: 'not-allowed' }, TOLD)
    const again = await passAnew(stage.staged.agreed, ben.person, { version: 2 })
    const two = await forgedJoin(ada.group, again.me, { removed: [ben.leaf, cem.leaf] })
    await stage.staged.put(two.opened)
    await stage.pass(1000)

    expect([await ada.place(), await ben.place(), ada.company]).toEqual([place, place, 3])
    await stage.areTogether(ada, ben, cem, await stage.enter(stage.person(3)))
  },
)

attack(
  { number: 12, by: 'S with T' },
  'who joins with a shared secret of its own is not taken in, and that is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const [cem, place] = [stage.person(1), await ada.place()]
    const secret = { pskId: new Uint8Array(8), pskNonce: new Uint8Array(64) }
    const preSharedKeyId = { psktype: 'external', ...secret } as const

    const thief = await forgedJoin(ada.group, cem.me, {
      proposals: [{ proposalType: 'psk', psk: { preSharedKeyId } }],
    })
    await stage.staged.put(thief.opened)
    await stage.shows(ben, { type: 'refused', code: 'not-allowed' }, TOLD)

    expect([await ada.place(), await ben.place()]).toEqual([place, place])
    await stage.areTogether(ada, ben, await stage.enter(cem))
  },
)

attack(
  { number: 28, by: 'S with T' },
  'who joins without X-Wing is not taken in, and that is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const [cem, place] = [stage.person(1), await ada.place()]
    const ciphersuites = ['MLS_128_DHKEMX25519_AES128GCM_SHA256_Ed25519' as const]

    const capabilities = { ...CAPABILITIES, ciphersuites }
    const thief = await forgedJoin(ada.group, cem.me, { leaf: { capabilities } })
    await stage.staged.put(thief.opened)
    await stage.shows(ben, { type: 'refused', code: 'wrong-suite' }, TOLD)

    expect([await ada.place(), await ben.place()]).toEqual([place, place])
    await stage.areTogether(ada, ben, await stage.enter(cem))
  },
)

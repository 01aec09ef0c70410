import { epochOf } from '@parley/group'
import { CAPABILITIES, getSuite, leafNodeAt } from '@parley/group/making'
import {
  CUSTOM_PROPOSAL,
  evilCommit,
  externalSender,
  forgedCommit,
  otherContext,
  proposedByReference,
  proposedFromOutside,
  sealingForNeighbour,
  someReInit,
  withOwnLeaf,
  withoutXWing,
} from '@parley/testkit/evil'
import { expect } from 'vitest'
import { attack } from './kit/attack.ts'

const TOLD = { withinMs: 1000 }
const NOTHING = new Uint8Array()

attack(
  { number: 7, by: 'M' },
  'a member that takes another’s credential in its commit stays who it was, and that is shown',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const [{ state }, place] = [ben.group, await ada.place()]
    const credential = leafNodeAt(state.ratchetTree, ada.leaf)?.credential
    if (!credential) throw new Error('Ada has a leaf')

    const { opened } = await evilCommit(ben.group, { state: withOwnLeaf(state, { credential }) })
    await stage.staged.put(opened)
    await stage.shows(cem, { type: 'refused', code: 'not-allowed' }, TOLD)

    expect([await ada.place(), cem.company]).toEqual([place, 3])
    await stage.areTogether(ada, ben, cem)
  },
)

attack(
  { number: 8, by: 'M' },
  'a member that puts external senders into the group changes nothing, and that is shown',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const place = await ada.place()
    const proposals = [otherContext([await externalSender()])]

    const { opened } = await forgedCommit(ben.group, { proposals })
    await stage.staged.put(opened)
    await stage.shows(ada, { type: 'refused', code: 'not-allowed' }, TOLD)

    expect(await ada.place()).toBe(place)
    await stage.areTogether(ada, ben, cem)
  },
)

attack(
  { number: 9, by: 'M' },
  'proposals by reference, of a custom kind, and a joiner’s secret from a member change nothing, and are shown',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const place = await ada.place()
    const init = { proposalType: 'external_init', externalInit: { kemOutput: NOTHING } } as const
    const custom = await forgedCommit(ben.group, { proposals: [CUSTOM_PROPOSAL] })
    const joiners = await forgedCommit(ben.group, { proposals: [init] })
    const referred = await proposedByReference(ben.group, ada.leaf)

    for (const opened of [custom.opened, joiners.opened, ...referred])
      await stage.staged.put(opened)
    await stage.shows(cem, { type: 'refused', code: 'not-allowed' }, TOLD)
    await stage.pass(1000)

    const codes = new Set(cem.notices.map((notice) => 'code' in notice && notice.code))
    expect(codes).toEqual(new Set(['malformed', 'not-allowed']))
    expect([await ada.place(), await cem.place()]).toEqual([place, place])
    await stage.areTogether(ada, ben, cem)
  },
)

attack(
  { number: 9, by: 'S with K' },
  'proposals from outside the room take nobody out and let nobody in, and are shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const place = await ada.place()

    for (const opened of await proposedFromOutside(ada.group, ben.leaf))
      await stage.staged.put(opened)
    await stage.shows(ada, { type: 'refused', code: 'malformed' }, TOLD)
    await stage.pass(5000)

    expect([await ada.place(), await ben.place()]).toEqual([place, place])
    await stage.areTogether(ada, ben, await stage.enter(stage.person(1)))
  },
)

attack(
  { number: 25, by: 'M' },
  'a member that ends the group for one of another making changes nothing, and that is shown',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const place = await ada.place()

    const { opened } = await forgedCommit(ben.group, { proposals: [someReInit(ben.group.state)] })
    await stage.staged.put(opened)
    await stage.shows(ada, { type: 'refused', code: 'not-allowed' }, TOLD)

    expect(await ada.place()).toBe(place)
    await stage.areTogether(ada, ben, cem)
  },
)

attack(
  { number: 26, by: 'M' },
  'a member whose leaf says that it can do less than all is not followed, and that is shown',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const [{ state }, place] = [ben.group, await ada.place()]
    const capabilities = { ...CAPABILITIES, extensions: [] }

    const { opened } = await evilCommit(ben.group, { state: withOwnLeaf(state, { capabilities }) })
    await stage.staged.put(opened)
    await stage.shows(ada, { type: 'refused', code: 'wrong-suite' }, TOLD)

    expect(await ada.place()).toBe(place)
    await stage.areTogether(ada, ben, cem)
  },
)

attack(
  { number: 28, by: 'M' },
  'a member that gives a key without its post-quantum part is not followed, and that is shown',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const place = await ada.place()

    const { opened } = await evilCommit(ben.group, { suite: withoutXWing(await getSuite()) })
    await stage.staged.put(opened)
    await stage.shows(ada, { type: 'refused', code: 'bad-path' }, TOLD)

    expect(await ada.place()).toBe(place)
    await stage.areTogether(ada, ben, cem)
  },
)

attack(
  { number: 47, by: 'M' },
  'whom a member’s commit leaves out reads who did it, joins again and hears the others',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const place = await ada.place()

    const { opened } = await evilCommit(ben.group, {
      suite: sealingForNeighbour(ben.group, await getSuite()),
    })
    await stage.staged.put(opened)
    await stage.shows(cem, { type: 'refused', code: 'bad-path', by: 'Person 0' }, TOLD)
    expect([await cem.place(), await ada.place()]).toEqual([
      place,
      expect.not.stringContaining(place),
    ])
    await stage.until(() => cem.notices.some(({ type }) => type === 'joining'), 8000)

    await stage.areTogether(ada, ben, cem)
    ada.writes('and on')
    await stage.until(() => cem.read.length > 0, 1000)
  },
)

attack(
  { number: 47, by: 'M' },
  'a commit with a tree that is not the group’s is mended by the others, and a joiner comes in',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const { opened } = await evilCommit(ben.group, {})
    const [founding] = await stage.read()
    if (founding?.kind !== 'founding') throw new Error('A log begins with one')

    await stage.staged.put({ ...opened, tree: founding.tree })
    ben.line.bend = () => []
    await stage.until(() => epochOf(ada.group) === opened.epoch + 2, 1000)
    const cem = await stage.enter(stage.person(1))

    await stage.until(() => ada.company === 3 && cem.company === 3, 2000)
    expect([await ada.place(), ada.isIn]).toEqual([await cem.place(), true])
    ben.line.bend = (message) => [message]
    await stage.areTogether(ada, ben, cem)
  },
)

import { commitRefresh } from '@parley/group'
import { caucusOf, PLENARY } from '@parley/protocol'
import { fillRoom } from '@parley/testkit/filledRoom'
import { RoomLog } from '@parley/testkit/roomLog'
import { expect } from 'vitest'
import { attack } from './kit/attack.ts'
import { SILENT_WITHIN_MS } from './kit/stage.ts'

attack(
  { number: 13, by: 'S' },
  'whose leaving is hidden is shown as silent after 15 s, and is out after thirty',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    cem.line.lie = ({ type }) => (type === 'append' ? { number: 0 } : undefined)

    cem.leaves()
    await stage.showsBeside(ada, [cem.person, 'silent'], { withinMs: SILENT_WITHIN_MS })
    expect(ben.presenceOf(cem.person)).toBe('silent')
    await stage.until(() => ada.company === 2, 20_000)

    await stage.areTogether(ada, ben)
    expect(ada.notices).toMatchObject([{ type: 'removed', because: 'silent', by: 'Person 0' }])
  },
)

attack(
  { number: 14, by: 'S with K' },
  'old commits again change nothing and are not spoken of, and those of another group are refused and shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const place = await ada.place()
    for (const { envelope } of stage.server.log(PLENARY).slice())
      stage.server.put(PLENARY, envelope, { isCommit: true })
    await stage.pass(1000)
    expect([await ada.place(), ada.notices]).toEqual([place, []])

    const elsewhere = new RoomLog(stage.staged.agreed.terms)
    const other = await elsewhere.found(stage.person(1))
    await elsewhere.join(stage.person(3))
    await elsewhere.catchUp(other)
    for (const entry of elsewhere.entries) await stage.staged.put(entry)
    await stage.shows(ada, { type: 'refused', code: 'wrong-context' }, { withinMs: 1000 })

    expect(await ada.place()).toBe(place)
    await stage.areTogether(ada, ben)
  },
)

attack(
  { number: 14, by: 'S with K' },
  'a commit of another call is refused, and shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const elsewhere = await fillRoom(3)
    const refreshed = await commitRefresh(elsewhere.a.room)
    if (!refreshed) throw new Error('Three are not alone')
    const place = await ada.place()

    await stage.staged.put(refreshed.opened)
    await stage.shows(ada, { type: 'refused', code: 'wrong-context' }, { withinMs: 1000 })

    expect(await ada.place()).toBe(place)
    await stage.areTogether(ada, ben)
  },
)

attack(
  { number: 14, by: 'S with M' },
  'commits of a caucus in the log of the plenary are refused, and shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const place = await ada.place()
    const { terms } = stage.staged.agreed
    const caucus = new RoomLog({ ...terms, room: caucusOf(ada.person.side) })
    await caucus.catchUp(await caucus.found(stage.person(0)))
    await caucus.join(stage.person(1))

    for (const entry of caucus.entries) await stage.staged.put(entry)
    await stage.shows(ben, { type: 'refused', code: 'wrong-context' }, { withinMs: 1000 })

    expect([await ada.place(), await ben.place()]).toEqual([place, place])
    await stage.areTogether(ada, ben, await stage.enter(stage.person(1)))
  },
)

attack(
  { number: 15, by: 'S' },
  'two halves that are shown different logs see the others silent after 15 s, and each goes on by itself',
  async (stage) => {
    const [ada, ben, cem, dan] = await stage.together(0, 2, 1, 3)

    stage.server.fork(cem.line, dan.line)
    await stage.showsBeside(ada, [cem.person, 'silent'], { withinMs: SILENT_WITHIN_MS })
    await stage.until(() => cem.presenceOf(ada.person) === 'silent', 5000)
    await stage.until(() => ada.company === 2 && cem.company === 2, 25_000)

    await stage.areTogether(ada, ben)
    await stage.areTogether(cem, dan)
    expect(await ada.place()).not.toBe(await cem.place())
  },
)

attack(
  { number: 16, by: 'S' },
  'halves that are joined again are one within half a minute, and say that they join again',
  async (stage) => {
    const [ada, ben, cem, dan] = await stage.together(0, 2, 1, 3)
    stage.server.fork(cem.line, dan.line)
    await stage.until(() => ada.company === 2 && cem.company === 2, 50_000)

    stage.server.heal(PLENARY)
    await stage.shows(cem, { type: 'joining' }, { withinMs: 10_000 })

    await stage.areTogether(ada, ben, cem, dan)
  },
)

attack(
  { number: 18, by: 'S' },
  'from whom one commit is withheld joins again within eight seconds, says so, and hears on',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    ada.pressesMicrophone()
    await stage.pass(300)
    const place = await ada.place()
    ben.line.bend = () => []
    cem.leaves()
    await stage.until(() => ada.company === 2, 5000)
    ben.line.bend = (message) => [message]

    await stage.shows(ben, { type: 'joining', again: 'behind' }, { withinMs: 8000 })
    await stage.areTogether(ada, ben)

    expect(await ada.place()).not.toBe(place)
    ada.says('and on')
    await stage.pass(500)
    expect(ben.heard.at(-1)).toBe('and on')
  },
)

attack(
  { number: 18, by: 'S' },
  'words that are doubled, delayed and turned round are read once each, by whoever signed them',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const withheld = ben.line.withhold(({ type }) => type === 'logged')
    for (const words of ['one', 'two', 'three']) {
      ada.writes(words)
      cem.writes(words)
      await stage.pass(200)
    }

    withheld.release((messages) => [...messages, ...messages])
    await stage.pass(1000)

    const read = ['one', 'two', 'three'].flatMap((words) =>
      [ada, cem].map(({ person }) => `${person.seat} ${words}`),
    )
    expect(ben.read.toSorted()).toEqual(read.toSorted())
    await stage.areTogether(ada, ben, cem)
  },
)

attack(
  { number: 18, by: 'S' },
  'from whom one text is cut short reads within 15 s whose it was, and what is written again arrives',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    await stage.pass(16_000)
    ben.line.bend = (message) =>
      message.type === 'logged'
        ? [{ ...message, envelope: message.envelope.slice(0, 99) }]
        : [message]
    ada.writes('Article 3 is deleted')
    await stage.pass(200)
    ben.line.bend = (message) => [message]
    expect([ada.wrote, cem.read.length, ben.read]).toEqual([['Article 3 is deleted: sent'], 1, []])

    await stage.shows(ben, { type: 'text-missed', name: 'Person 0' }, { withinMs: 15_000 })
    expect(cem.notices).toEqual([])
    ada.writes('Article 3 is deleted')
    await stage.until(() => ben.read.length === 1, 1000)
    await stage.areTogether(ada, ben, cem)
  },
)

attack(
  { number: 19, by: 'S' },
  'what the server says that it took and did not is not shown as sent, until it is said again',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    ada.line.lie = ({ type }) => (type === 'append' ? { number: 0 } : undefined)

    ada.writes('Good morning')
    await stage.pass(10_000)
    expect([ada.wrote, ben.read]).toEqual([['Good morning: sending'], []])
    ada.line.lie = () => undefined
    await stage.until(() => ben.read.length > 0, 60_000)

    expect([ada.wrote, ben.read]).toEqual([
      ['Good morning: sent'],
      [`${ada.person.seat} Good morning`],
    ])
  },
)

attack(
  { number: 19, by: 'S' },
  'whose commit the server took and put another in place of follows that one, and makes its own again',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    const kept: string[] = []
    ben.line.lie = (asked) =>
      asked.type === 'append' && asked.commit ? { number: kept.push(asked.envelope) } : undefined
    ben.renewsKeys()
    await stage.pass(200)
    const [winner = ''] = kept
    ada.line.lie = ({ type, ...asked }) => {
      if (type !== 'append' || !('commit' in asked) || !asked.commit) return undefined
      ada.line.lie = () => undefined
      return { number: stage.server.put(PLENARY, winner, { isCommit: true, by: ben.line }).number }
    }

    cem.leaves()
    await stage.shows(ada, { type: 'removed', because: 'left' }, { withinMs: 5000 })
    await stage.areTogether(ada, ben)
    ben.writes('Good morning')
    await stage.until(() => ada.read.length > 0, 1000)
  },
)

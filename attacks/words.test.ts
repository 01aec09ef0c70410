import { makeMessage, writeWord } from '@parley/group'
import { PLENARY } from '@parley/protocol'
import { expect } from 'vitest'
import { attack } from './kit/attack.ts'

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
    await stage.staged.put(made.opened)
    await stage.pass(3000)

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

import { commitRemoval, ownLeafOf, prepareJoin, type LoggedCommit, type Room } from '@parley/group'
import { PLENARY } from '@parley/protocol'
import { expect, vi } from 'vitest'
import { attack } from './kit/attack.ts'
import { EvilMember } from './kit/evilMember.ts'
import type { Stage } from './kit/stage.ts'

// As many commits are a minute's work of a slow machine.
vi.setConfig({ testTimeout: 240_000 })

/** Of joins, and of leavings. */
const EACH = 100

const TAKEN_OUT = { type: 'removed', because: 'silent', by: 'Person 1' } as const

attack(
  { number: 21, by: 'S with M' },
  '200 joins and leavings in two seconds are followed one by one, shown with whose doing they are, and end no talk',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const sealed = await joinsAndLeavings(stage, await stage.intrude(stage.person(3)))
    const nodes = ada.group.state.ratchetTree.length
    ada.pressesMicrophone()
    await stage.pass(300)

    stage.meanwhile = () => {
      for (const envelope of sealed.splice(0, 5))
        stage.server.put(PLENARY, envelope, { isCommit: true })
      ada.says(`${sealed.length} to come`)
    }
    await stage.pass(2000)
    await stage.shows(ben, TAKEN_OUT, { withinMs: 1000 })
    ada.writes('Good morning')
    await stage.until(() => ben.read.length === 1 && ben.heard.includes('0 to come'), 2000)

    expect([ada.call.microphone.phase, ada.group.state.ratchetTree.length]).toEqual(['open', nodes])
    stage.meanwhile = () => undefined
    await stage.areTogether(ada, ben)
  },
)

/** As fast as anybody can make them: one seat comes in, and a member takes it out. */
async function joinsAndLeavings(stage: Stage, member: Room): Promise<string[]> {
  const evil = new EvilMember(member)
  const { me } = stage.person(1)
  const { terms } = stage.staged.agreed
  const read = await stage.read()
  let newest = read.flatMap((entry) => (entry?.kind === 'commit' ? [entry] : [])).slice(-1)
  const made: LoggedCommit[] = []
  for (let n = 0; n < EACH; n++) {
    const prepared = await prepareJoin(me, terms, { entries: newest })
    if (prepared.outcome !== 'joining') throw new Error(prepared.outcome)
    await evil.follow(prepared.opened)
    const { leaf } = ownLeafOf(prepared.joining.room)
    const removal = await commitRemoval(evil.room, new Map([[leaf, 'silent']]))
    if (!removal) throw new Error('It is there to be taken out')
    evil.room = removal.room
    await evil.follow(removal.opened)
    made.push(prepared.opened, removal.opened)
    newest = [removal.opened]
  }
  return Promise.all(made.map((entry) => stage.staged.seal(entry)))
}

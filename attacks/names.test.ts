import { newSeatId } from '@parley/client'
import type { CompactJws } from '@parley/protocol'
import { delegationKind } from '@parley/seal'
import type { EvilLine } from '@parley/testkit/evil'
import { expect, vi } from 'vitest'
import { attack } from './kit/attack.ts'
import { DeskStage } from './kit/deskStage.ts'

/** The same document with another name in it, under the signature that it had. */
function renamed(jws: CompactJws): CompactJws {
  const [head, payload = '', signature] = jws.split('.')
  const said = new TextDecoder().decode(Uint8Array.fromBase64(payload, { alphabet: 'base64url' }))
  const altered = new TextEncoder().encode(said.replaceAll('Person 0', 'Somebody'))
  const body = altered.toBase64({ alphabet: 'base64url', omitPadding: true })
  return `${head}.${body}.${signature}` as CompactJws
}

attack(
  { number: 38, by: 'S with K' },
  'from whom the server alters the names of the other side reads none of them, says so, and hears the true ones in the room',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const kind = delegationKind(ada.person.side)
    const forged = await Promise.all(
      ada.person.me.proof.map((jws) => stage.staged.sealPaper(renamed(jws))),
    )
    const prepare = (line: EvilLine) => {
      line.bend = (message) =>
        message.type === 'document' && message.kind === kind
          ? forged.map((sealed) => ({ ...message, sealed }))
          : [message]
    }

    const dan = await stage.enter(stage.person(3), { prepare })
    await stage.shows(dan, { type: 'held', code: 'not-agreed', name: '' }, { withinMs: 1000 })
    expect(dan.names.join()).not.toContain('Somebody')
    await stage.areTogether(ada, ben, dan)

    expect(dan.names.toSorted()).toEqual(['Person 0', 'Person 0', 'Person 1'])
  },
)

attack(
  { number: 38, by: 'M' },
  'a name that turns the text around is nobody’s, though every side signed it, and who comes by it is refused and shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const { person } = await stage.staged.seatMore(ben.person.side, { name: '\u202e0 nosreP' })

    await stage.intrude(person)
    await stage.shows(ada, { type: 'refused', code: 'no-proof' }, { withinMs: 1000 })

    expect([ada.names, ben.company]).toEqual([['Person 0', 'Person 0'], 2])
    await stage.areTogether(ada, ben, await stage.enter(stage.person(3)))
  },
)

attack(
  { number: 38, by: 'M' },
  'a name that looks like one of the other side is marked before its officer signs, who lets nobody in by it',
  async () => {
    await using stage = await DeskStage.open()
    const { desk, other } = stage
    const [like] = other.state.seats
    if (!like) throw new Error('It has a seat')
    const declares = (name: string) =>
      other.declareDelegation({ seats: [like, { ...like, seat: newSeatId(), name }] })
    const marks = async () => (await stage.otherList()).rows.map(({ name, alike }) => [name, alike])

    await declares('Реrsоn 1')
    await vi.waitFor(async () => expect(await marks()).toHaveLength(2))
    expect((await marks())[1]).toEqual(['Реrsоn 1', 'Person 1'])
    expect([...desk.state.documents.lists.seats.values()]).toHaveLength(2)

    await declares('Achieng Oduor')
    await vi.waitFor(async () => expect((await marks())[1]).toEqual(['Achieng Oduor', undefined]))
    const { awaitsUs } = await stage.otherList()
    if (!awaitsUs) throw new Error('It awaits a signature')
    await desk.signDraft({ hash: awaitsUs })
    await vi.waitFor(() => expect([...other.state.documents.lists.seats]).toHaveLength(3))
  },
)

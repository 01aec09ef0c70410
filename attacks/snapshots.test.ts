import { makeMessage, writeWord } from '@parley/group'
import { expect } from 'vitest'
import { attack } from './kit/attack.ts'
import { copyOf } from './kit/evilMember.ts'
import { opensWith, sealAnew, stealEpoch } from './kit/thief.ts'

attack(
  { number: 22, by: 'S with X' },
  'a device that is put back to its first day hears from the others who was withdrawn since, and sends nothing beside them',
  async (stage) => {
    const [ada, ben, cem] = await stage.together(0, 2, 1)
    await stage.staged.withdraw(cem.person)
    await stage.areTogether(ada, ben)
    const again = await stage.enter(ben.person, (line) => {
      line.bend = (message) => (message.type === 'document' && message.number > 6 ? [] : [message])
    })
    stage.meanwhile = () => again.shows('a picture')
    await stage.areTogether(ada, again)
    const before = stage.path.recorded.length

    const thief = await stage.intrude(cem.person)
    await stage.shows(again, { type: 'held', code: 'withdrawn' }, { withinMs: 1000 })
    await stage.areTogether(ada, again)

    const since = stage.path.recorded.slice(before)
    expect(await opensWith(await stealEpoch(thief), since)).toBe(0)
    expect(again.heads).toEqual(ada.heads)
  },
)

attack(
  { number: 22, by: 'S with T' },
  'what a copy of an earlier moment of a device says and shows is neither read nor played, and that is shown',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const [old, track] = [copyOf(ada.group), ada.media.numberOf('camera')]
    const made = await makeMessage(
      old,
      writeWord({ word: 'text', id: 'a', text: 'I resign', atMs: 1 }),
    )
    if (!made || !track) throw new Error('She has a camera and is not alone')
    stage.meanwhile = () => ada.shows('her picture')
    ada.writes('Good morning')
    await stage.pass(1000)

    await stage.staged.put(made.opened)
    const data = await sealAnew(await stealEpoch(old), track, 'an old one')
    const [identity, name] = [ada.media.identity, ada.media.nameOf('camera')]
    const again = { identity, name, data, mimeType: 'video/VP8', isKeyFrame: true }
    stage.meanwhile = () => stage.path.send(again)
    await stage.shows(ben, { type: 'not-played', code: 'replayed' }, { withinMs: 3000 })

    expect(ben.read).toEqual([`${ada.person.seat} Good morning`])
    expect(new Set(ben.heard)).toEqual(new Set(['her picture']))
    await stage.areTogether(ada, ben)
  },
)

import { expect } from 'vitest'
import { attack } from './kit/attack.ts'

const MINUTE_MS = 60_000

attack(
  { number: 20, by: 'S' },
  'that no key was renewed for 20 minutes is shown with whose they are, and is over once they are',
  async (stage) => {
    const [ada, ben] = await stage.together(0, 2)
    const place = await ada.place()
    stage.stepMs = 1000
    for (const { line } of [ada, ben])
      line.lie = (asked) => (asked.type === 'append' && asked.commit ? { number: 0 } : undefined)

    await stage.pass(19 * MINUTE_MS)
    expect([await ben.place(), ben.notices]).toEqual([place, []])
    await stage.shows(ben, { type: 'old-keys' }, { withinMs: 2 * MINUTE_MS })
    expect(ben.notices).toMatchObject([{ names: ['Person 0', 'Person 0'] }])
    for (const { line } of [ada, ben]) line.lie = () => undefined

    await stage.until(() => ada.notices.length + ben.notices.length === 0, 15 * MINUTE_MS)
    expect(await ada.place()).not.toBe(place)
    await stage.areTogether(ada, ben)
  },
)

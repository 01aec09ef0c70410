import { expect } from 'vitest'
import { attack } from './kit/attack.ts'
import { Readouts } from './kit/readouts.ts'

attack(
  { number: 59, by: 'S' },
  'a readout in which the server changed a word is refused to whoever verifies it, with the side that did not sign that',
  async () => {
    await using readouts = await Readouts.publish('They spoke of water.')
    readouts.serves(readouts.withWord('water', 'war'))

    const { lines, isSame } = await readouts.verified()
    expect(isSame).toBe(false)
    expect(lines).toContain(`  Where: ${readouts.item}, version 1, signature 1, of Kenya.`)
    readouts.serves(readouts.published)

    expect((await readouts.verified()).isSame).toBe(true)
  },
)

attack(
  { number: 59, by: 'S' },
  'a readout that the server signed with a seal of its own is refused to whoever has the code of the true one',
  async () => {
    await using readouts = await Readouts.publish('They spoke of water.')
    readouts.serves(await readouts.bySealOfTheServer('They spoke of war.'))

    const { lines, isSame } = await readouts.verified({ code: readouts.code })
    expect(isSame).toBe(false)
    expect(lines).toContain('  No seal of the code that you gave has signed it.')
    readouts.serves(readouts.published)

    expect((await readouts.verified({ code: readouts.code })).isSame).toBe(true)
  },
)

attack(
  { number: 59, by: 'S' },
  'an older readout that the server shows as the newest is told to its side, which has its own copy, and so is one with the first left out',
  async () => {
    await using readouts = await Readouts.publish('They spoke of water.')
    const first = readouts.published
    await readouts.correct('They spoke of rain.')
    readouts.serves(first)
    expect(isOlder((await readouts.verified({ isOwnBeside: true })).lines)).toBe(true)
    readouts.serves(readouts.published.slice(1))
    expect((await readouts.verified()).isSame).toBe(false)
    readouts.serves(readouts.published)

    const { lines, isSame } = await readouts.verified({ isOwnBeside: true })
    expect([isOlder(lines), isSame]).toEqual([false, true])
  },
)

function isOlder(lines: readonly string[]): boolean {
  return lines.some((line) => line.includes('a later version of it is beside this'))
}

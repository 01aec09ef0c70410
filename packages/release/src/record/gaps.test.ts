import { expect, test } from 'vitest'
import { holdCall } from '../testing/heldCall.ts'
import { gapsIn, missingFrom } from './gaps.ts'
import { readPapers } from './readPapers.ts'
import { countEntries } from './signers.ts'

test('an entry that somebody else had read, and that is not here, is a gap with its hash (R86)', async () => {
  const held = await holdCall()
  const [one, two] = held.sides
  if (!one || !two) throw new Error('There are two')
  const kind = 'readout/side'
  const published = { is: 'published', kind, version: 1, hash: held.planHash } as const
  const said = await one.desk.say(1, [published])
  const answer = await two.desk.say(2, [published], said)
  const papers = await readPapers(held.papers, held.call)
  const gapsOf = async (...entries: (typeof said)[]) => gapsIn(await countEntries(entries, papers))

  expect(await gapsOf(said, answer)).toEqual([])
  expect(await gapsOf(answer)).toEqual([
    { is: 'not-here', signer: { is: 'desk', side: two.side }, n: 1, hash: said.hash },
  ])
  expect(missingFrom([answer])).toEqual([said.hash])
})

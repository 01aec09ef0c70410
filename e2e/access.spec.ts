import { expect, test } from '@playwright/test'
import { smallLook } from './access/smallLook.ts'
import { openSamples, showSample, speakSamples } from './languages/samplesPage.ts'
import { launchFor } from './media/launch.ts'

test('every kind of state of a call is whole in a small window and in one that is enlarged, and nothing moves for whoever asks for calm', async () => {
  await using parts = new AsyncDisposableStack()
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  const page = await browser.newPage()
  const states = oneOfEachKind(await openSamples(page))
  await speakSamples(page, 'en')
  expect(states.length).toBeGreaterThan(30)

  for (const state of states) {
    await showSample(page, state)
    await smallLook(page, state)
  }
})

/** States that differ only in the words of one sentence are one kind. */
function oneOfEachKind(states: readonly string[]): readonly string[] {
  const kinds = new Map(states.map((state) => [kindOf(state), state]))
  return [...kinds.values()]
}

function kindOf(state: string): string {
  const [kind = state] = state.split(',')
  return kind.replace(/^(closed|held|comes in|presence|unfit): .*/, '$1')
}

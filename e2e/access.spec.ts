import { expect, test } from '@playwright/test'
import { axeLook, ON_A_DESK } from './axeLook.ts'
import { forcedLook } from './access/forcedLook.ts'
import { smallLook } from './access/smallLook.ts'
import { openSamples, showSample, speakSamples } from './languages/samplesPage.ts'
import { launchFor } from './media/launch.ts'

test('every kind of state of a call, and of the pages around one, is whole in a small window and in one that is enlarged, calm and told apart in the colours of the system for whoever asks for that, and breaks no rule of accessibility', async () => {
  await using parts = new AsyncDisposableStack()
  const browser = await launchFor(0)
  parts.defer(() => browser.close())
  const page = await browser.newPage()
  const { calls, pages } = await openSamples(page)
  await speakSamples(page, 'en')
  const states = [...oneOfEachKind(calls), ...oneOfEachKind(pages)]
  expect(states.length).toBeGreaterThan(60)

  for (const state of states) {
    await showSample(page, state)
    // What differs between a desk and a telephone is asked on the walk through the screens.
    await axeLook(page, state, [ON_A_DESK])
    await smallLook(page, state)
    await forcedLook(page, state)
  }
})

/** States that differ only in the words of one sentence are one kind. */
function oneOfEachKind(states: readonly string[]): readonly string[] {
  const kinds = new Map(states.map((state) => [kindOf(state), state]))
  return [...kinds.values()]
}

function kindOf(state: string): string {
  const [kind = state] = state.split(',')
  return kind.replace(
    /^(closed|held|comes in|presence|unfit|failed|elsewhere|ended|green room: devices|private: ended):? .*/,
    '$1',
  )
}

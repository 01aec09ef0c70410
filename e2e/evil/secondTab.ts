import { joinFrom, type Sitter } from '../stage.ts'

/** Somebody opens the call in a second tab, joins it there, and closes the first. */
export async function movesToSecondTab(somebody: Sitter): Promise<void> {
  const second = await somebody.context.newPage()
  await second.goto(somebody.page.url())
  await second.getByRole('button', { name: 'Use it in this window' }).click()
  await joinFrom({ ...somebody, page: second })
  await somebody.page.close()
  somebody.page = second
}

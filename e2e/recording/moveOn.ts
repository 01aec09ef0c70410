import type { Sitter } from '../stage.ts'

const long = { timeout: 60_000 }

/** Opens the agenda, from whichever screen of a call. By a key, since controls over a picture go while nobody moves a mouse. */
export async function openAgenda({ page }: Pick<Sitter, 'page'>): Promise<void> {
  await page
    .getByRole('button', { name: /Agenda/ })
    .first()
    .press('Enter', long)
}

/** One proposes that part, the other agrees; resolves to when the first had begun to, and the second had. */
export async function moveOn(
  one: Pick<Sitter, 'page'>,
  other: Pick<Sitter, 'page'>,
  part: RegExp,
): Promise<{ fromMs: number; toMs: number }> {
  await openAgenda(one)
  await one.page.getByRole('radio', { name: part }).check()
  const fromMs = Date.now()
  await one.page.getByRole('button', { name: 'Propose', exact: true }).click()
  await other.page.getByRole('button', { name: 'Agree', exact: true }).press('Enter', long)
  return { fromMs, toMs: Date.now() }
}

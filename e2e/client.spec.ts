import { join } from 'node:path'
import { startCopy, type RunningCopy } from '@parley/server'
import { expect, test } from '@playwright/test'
import { askAt } from '../apps/cli/src/client/ask.ts'
import { readBuild } from '../apps/cli/src/client/buildClient.ts'
import type { Verdict } from '../apps/cli/src/client/finding.ts'
import { verifyClient } from '../apps/cli/src/client/verifyClient.ts'
import { attack } from './evil/attack.ts'
import { isSaid } from './evil/onScreen.ts'
import { launchFor } from './media/launch.ts'
import { enrolAt, joinFrom, setStage, type Sitter, type Stage } from './stage.ts'

const webFolder = join(import.meta.dirname, '../apps/web/dist')
const parts = new AsyncDisposableStack()
let stage: Stage
let copy: RunningCopy
let sitter: Sitter

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  stage = await setStage(parts)
  copy = parts.use(await startCopy({ copyOf: stage.running.url, webFolder }))
  sitter = await enrolAt({ ...stage, running: copy }, { place: 0, parts })
})
test.afterAll(() => parts.disposeAsync())

test('a seat’s link opens a side’s own copy of the client, which joins the call at the server (R71)', async () => {
  const reached: string[] = []
  sitter.page.on('websocket', (socket) => reached.push(new URL(socket.url()).host))
  await sitter.page.reload()

  await joinFrom(sitter)

  expect(new URL(sitter.page.url()).origin).toBe(copy.url)
  expect(new Set(reached)).toEqual(new Set([new URL(stage.running.url).host]))
})

test('the code of the page on the screen is the one that the command finds, at the server and at the copy', async () => {
  const { page } = sitter
  await page.getByRole('button', { name: /^Everyone here is on the agreed list/ }).click()
  const shown = page.getByRole('group', { name: 'Code of this page' })

  const [atServer, atCopy] = [await verdictOn(stage.running.url), await verdictOn(copy.url)]

  await expect(shown).toHaveText(atServer.served?.digits.join(' ') ?? '')
  expect([atServer.findings, atCopy.findings]).toEqual([[], []])
  expect(atCopy.served).toEqual(atServer.served)
  expect([...atCopy.settings]).toEqual([['server', stage.running.url]])
})

attack(
  { number: 43, by: 'S' },
  'a page that loaded a file which is not in the list is told so, by its name',
  async (shown) => {
    const { page } = sitter
    await page.getByRole('button', { name: 'Close', exact: true }).click()
    await page.route('**/client-files.txt', async (route) => {
      const answer = await route.fetch()
      const list = (await answer.text()).replace(/^\w{64}( {2}head\.js)$/m, `${'0'.repeat(64)}$1`)
      await route.fulfill({ response: answer, body: list })
    })

    await page.getByRole('button', { name: /^Everyone here is on the agreed list/ }).click()

    await isSaid(shown, page.getByText('This page has loaded head.js, which is not in'))
  },
)

attack(
  { number: 43, by: 'S' },
  'a browser runs no script of the page but the one that the page is bound to (R70)',
  async () => {
    const browser = await launchFor(1, {})
    await using _ = { [Symbol.asyncDispose]: () => browser.close() }
    const page = await browser.newPage()
    const refused: string[] = []
    page.on('console', (said) => said.type() === 'error' && refused.push(said.text()))
    await page.route('**/head.js', (route) =>
      route.fulfill({ contentType: 'text/javascript', body: 'window.evil = true' }),
    )

    await page.goto(stage.running.url)
    await page.getByRole('main').waitFor()

    expect(await page.evaluate(() => 'evil' in window)).toBe(false)
    expect(refused.join('\n')).toMatch(/integrity.*head\.js/)
  },
)

async function verdictOn(origin: string): Promise<Verdict> {
  return verifyClient({ origin, ask: askAt(origin) }, await readBuild(webFolder))
}

import type { BrowserContext, Page } from '@playwright/test'

/** What is done with a page where it stands. It leaves the page in English. */
export type Look = (page: Page, screen: string) => Promise<void>

/** Screens, and the way on which they come. */
export type Walk = {
  readonly screens: readonly string[]
  readonly walk: (parts: AsyncDisposableStack, look: Look) => Promise<void>
}

/** The server's sockets as seen from a browser: what it sends gets through, nothing does, or they are closed at once. */
export type Line = 'open' | 'silent' | 'away'

/** Puts a line between a browser and the server's sockets; gives the way to change it. */
export async function lineOf(context: BrowserContext, at: Line): Promise<(next: Line) => void> {
  let line = at
  const cuts = new Set<() => void>()
  await context.routeWebSocket(/.*/, (socket) => {
    if (line === 'silent') return
    if (line === 'open') socket.connectToServer()
    const cut = () => void socket.close({ code: AWAY })
    if (line === 'away') cut()
    else cuts.add(cut)
  })
  return (next) => {
    line = next
    if (next === 'open') return
    for (const cut of cuts) cut()
    cuts.clear()
  }
}

/** Any that is not an orderly end. */
const AWAY = 4000

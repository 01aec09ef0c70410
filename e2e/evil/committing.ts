import type { Page } from '@playwright/test'

/** Once a commit of that page is on its way. */
export function committing(page: Page): Promise<void> {
  return new Promise((resolve) =>
    page.on('websocket', (socket) =>
      socket.on('framesent', ({ payload }) => {
        if (String(payload).includes('"commit":true')) resolve()
      }),
    ),
  )
}

import { gzipSync } from 'node:zlib'
import type { Page, Response } from '@playwright/test'

/** A file that a page was sent, in the size that counts: as gzip -9 makes it, where that is smaller. */
export type Served = { url: string; isCode: boolean; bytes: number }

/** Keeps what a page is sent from now on, its workers' scripts too. */
export function collectServed(page: Page): () => Promise<Served[]> {
  const responses: Response[] = []
  page.on('response', (response) => responses.push(response))
  return async () => {
    const served = await Promise.all(responses.map(weigh))
    return [...new Map(served.map((one) => [one.url, one])).values()]
  }
}

async function weigh(response: Response): Promise<Served> {
  const url = response.url()
  const body = await response.body().catch(() => Buffer.alloc(0))
  const bytes = Math.min(body.length, gzipSync(body, { level: 9 }).length)
  return { url, isCode: /\.(js|css|wasm)$/.test(new URL(url).pathname), bytes }
}
